from pathlib import Path

from mlops_platform.core.detectors.monitoring.logfire import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "import logfire\n",
    }
    assert sight(tmp_path, detect, files) == "logfire used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "logfire\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "logfire not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "logfire.py": "rows = []\n",
        "train.py": "import logfire\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
