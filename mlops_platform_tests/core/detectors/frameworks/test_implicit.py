from pathlib import Path

from mlops_platform.core.detectors.frameworks.implicit import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from implicit.als import AlternatingLeastSquares\n",
    }
    assert sight(tmp_path, detect, files) == "implicit used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "implicit\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "implicit not used (declared only): requirements.txt:1"


def test_a_local_package_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "implicit/__init__.py": "",
        "implicit/rows.py": "x = 1\n",
        "train.py": "from implicit import rows\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
