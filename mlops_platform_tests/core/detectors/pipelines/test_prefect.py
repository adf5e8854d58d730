from pathlib import Path

from mlops_platform.core.detectors.pipelines.prefect import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from prefect import flow\n",
    }
    assert sight(tmp_path, detect, files) == "prefect used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "prefect\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "prefect not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import prefect\nchoice = \"prefect\"\nprint('import prefect')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
