from pathlib import Path

from mlops_platform.core.detectors.pipelines.snakemake import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_rule_file_is_use(tmp_path: Path) -> None:
    files = {
        "workflow/Snakefile": "rule all:\n    input: 'model.pkl'\n",
    }
    assert sight(tmp_path, detect, files) == "snakemake used: workflow/Snakefile"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "snakemake\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "snakemake not used (declared only): requirements.txt:1"
    )


def test_a_page_about_it_is_something_else(tmp_path: Path) -> None:
    files = {
        "docs/Snakefile.md": "# Snakefile\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
