from pathlib import Path

from mlops_platform.core.detectors.frameworks.river import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from river import linear_model\n",
    }
    assert sight(tmp_path, detect, files) == "river used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "river\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "river not used (declared only): requirements.txt:1"


def test_a_local_package_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "river/__init__.py": "",
        "river/rows.py": "x = 1\n",
        "train.py": "from river import rows\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
