from pathlib import Path

from mlops_platform.core.detectors.configuration.pyhocon import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from pyhocon import ConfigFactory\n",
    }
    assert sight(tmp_path, detect, files) == "pyhocon used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pyhocon\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "pyhocon not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import pyhocon\nchoice = \"pyhocon\"\nprint('import pyhocon')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
