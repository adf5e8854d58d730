from pathlib import Path

from mlops_platform.core.detectors.pipelines.kedro import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "src/p/pipeline.py": "from kedro.pipeline import node\n",
    }
    assert sight(tmp_path, detect, files) == "kedro used: src/p/pipeline.py:1"


def test_its_project_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.kedro]\npackage_name = 'p'\n",
    }
    assert sight(tmp_path, detect, files) == "kedro used: pyproject.toml:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "kedro\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "kedro not used (declared only): requirements.txt:1"


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import kedro_viz_of_ours\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
