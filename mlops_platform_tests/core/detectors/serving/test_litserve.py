from pathlib import Path

from mlops_platform.core.detectors.serving.litserve import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "serve.py": "import litserve as ls\n",
    }
    assert sight(tmp_path, detect, files) == "litserve used: serve.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "litserve\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "litserve not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import litserve\nchoice = \"litserve\"\nprint('import litserve')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
