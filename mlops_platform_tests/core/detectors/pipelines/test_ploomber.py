from pathlib import Path

from mlops_platform.core.detectors.pipelines.ploomber import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from ploomber.spec import DAGSpec\n",
    }
    assert sight(tmp_path, detect, files) == "ploomber used: flow.py:1"


def test_a_target_that_builds_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "all:\n\tploomber build\n",
    }
    assert sight(tmp_path, detect, files) == "ploomber used: Makefile:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "ploomber\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "ploomber not used (declared only): requirements.txt:1"


def test_another_pipeline_file_is_something_else(tmp_path: Path) -> None:
    files = {
        "pipeline.yaml": "stages: []\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
