from pathlib import Path

from mlops_platform.core.detectors.monitoring.arize import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "import phoenix as px\n",
    }
    assert sight(tmp_path, detect, files) == "arize used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "arize\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "arize not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import arize\nchoice = \"arize\"\nprint('import arize')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_local_phoenix_is_something_else(tmp_path: Path) -> None:
    files = {
        "phoenix.py": "x = 1\n",
        "watch.py": "import phoenix\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
