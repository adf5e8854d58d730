from pathlib import Path

from mlops_platform.core.detectors.pipelines.zenml import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from zenml import pipeline\n",
    }
    assert sight(tmp_path, detect, files) == "zenml used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "zenml\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "zenml not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import zenml\nchoice = \"zenml\"\nprint('import zenml')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
