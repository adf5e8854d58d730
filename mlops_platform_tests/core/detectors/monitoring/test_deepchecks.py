from pathlib import Path

from mlops_platform.core.detectors.monitoring.deepchecks import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "from deepchecks.tabular import Dataset\n",
    }
    assert sight(tmp_path, detect, files) == "deepchecks used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "deepchecks\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "deepchecks not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import deepchecks\nchoice = \"deepchecks\"\nprint('import deepchecks')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
