from pathlib import Path

from mlops_platform.core.detectors.frameworks.shap import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import shap\n",
    }
    assert sight(tmp_path, detect, files) == "shap used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "shap\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "shap not used (declared only): requirements.txt:1"


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import shapely\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
