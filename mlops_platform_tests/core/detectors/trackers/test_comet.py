from pathlib import Path

from mlops_platform.core.detectors.trackers.comet import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import comet_ml\n",
    }
    assert sight(tmp_path, detect, files) == "comet used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "comet_ml\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "comet not used (declared only): requirements.txt:1"


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import comet\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
