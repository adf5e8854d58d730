from pathlib import Path

from mlops_platform.core.detectors.tests.behave import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "features/steps/run.py": "from behave import given\n",
    }
    assert sight(tmp_path, detect, files) == "behave used: features/steps/run.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "behave\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "behave not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import behave\nchoice = \"behave\"\nprint('import behave')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
