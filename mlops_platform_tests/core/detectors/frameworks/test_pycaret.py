from pathlib import Path

from mlops_platform.core.detectors.frameworks.pycaret import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from pycaret.classification import setup\n",
    }
    assert sight(tmp_path, detect, files) == "pycaret used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pycaret\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "pycaret not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import pycaret\nchoice = \"pycaret\"\nprint('import pycaret')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
