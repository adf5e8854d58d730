from pathlib import Path

from mlops_platform.core.detectors.trackers.trackio import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import trackio as wandb\n",
    }
    assert sight(tmp_path, detect, files) == "trackio used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "trackio\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "trackio not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import trackio\nchoice = \"trackio\"\nprint('import trackio')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
