from pathlib import Path

from mlops_platform.core.detectors.data_versioning.lakefs import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "import lakefs\n",
    }
    assert sight(tmp_path, detect, files) == "lakefs used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "lakefs\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "lakefs not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import lakefs\nchoice = \"lakefs\"\nprint('import lakefs')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
