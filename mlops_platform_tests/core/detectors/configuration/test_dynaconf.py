from pathlib import Path

from mlops_platform.core.detectors.configuration.dynaconf import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from dynaconf import Dynaconf\n",
    }
    assert sight(tmp_path, detect, files) == "dynaconf used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "dynaconf\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "dynaconf not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import dynaconf\nchoice = \"dynaconf\"\nprint('import dynaconf')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
