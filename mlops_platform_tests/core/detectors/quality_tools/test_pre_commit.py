from pathlib import Path

from mlops_platform.core.detectors.quality_tools.pre_commit import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        ".pre-commit-config.yaml": "repos: []\n",
    }
    assert sight(tmp_path, detect, files) == "pre-commit used: .pre-commit-config.yaml"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pre-commit\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "pre-commit not used (declared only): requirements.txt:1"
    )


def test_hooks_that_a_project_offers_are_something_else(tmp_path: Path) -> None:
    files = {
        ".pre-commit-hooks.yaml": "- id: ours\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
