from pathlib import Path

from mlops_platform.core.detectors.monitoring.evidently import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "from evidently import Report\n",
    }
    assert sight(tmp_path, detect, files) == "evidently used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "evidently\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "evidently not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import evidently\nchoice = \"evidently\"\nprint('import evidently')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
