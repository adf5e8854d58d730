from pathlib import Path

from mlops_platform.core.detectors.tests.tox import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "tox.ini": "[tox]\nenvlist = py311\n",
    }
    assert sight(tmp_path, detect, files) == "tox used: tox.ini:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "tox\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "tox not used (declared only): requirements.txt:1"


def test_settings_of_a_linter_in_its_file_are_something_else(tmp_path: Path) -> None:
    files = {
        "tox.ini": "[flake8]\nmax-line-length = 100\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
