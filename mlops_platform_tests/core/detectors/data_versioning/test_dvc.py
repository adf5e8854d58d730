from pathlib import Path

from mlops_platform.core.detectors.data_versioning.dvc import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_pointer_is_use(tmp_path: Path) -> None:
    files = {
        "data/data.csv.dvc": "outs:\n- path: data.csv\n",
    }
    assert sight(tmp_path, detect, files) == "dvc used: data/data.csv.dvc"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "dvc[s3]\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "dvc not used (declared only): requirements.txt:1"


def test_its_live_metrics_alone_version_no_data(tmp_path: Path) -> None:
    files = {
        "train.py": "from dvclive import Live\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_page_about_it_is_something_else(tmp_path: Path) -> None:
    files = {
        "notes.dvc.md": "# DVC\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
