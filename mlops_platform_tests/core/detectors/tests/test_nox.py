from pathlib import Path

from mlops_platform.core.detectors.tests.nox import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_sessions_are_use(tmp_path: Path) -> None:
    files = {
        "noxfile.py": "import nox\n",
    }
    assert sight(tmp_path, detect, files) == "nox used: noxfile.py"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "nox\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nox not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import nox\nchoice = \"nox\"\nprint('import nox')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
