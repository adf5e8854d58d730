from pathlib import Path

from mlops_platform.core.detectors.frameworks.datasets import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from datasets import load_dataset\n",
    }
    assert sight(tmp_path, detect, files) == "datasets used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "datasets\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "datasets not used (declared only): requirements.txt:1"


def test_a_local_package_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "datasets/__init__.py": "",
        "datasets/rows.py": "x = 1\n",
        "train.py": "from datasets import rows\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_module_of_that_name_beside_the_script_is_something_else(tmp_path: Path) -> None:
    files = {
        "work/datasets.py": "rows = []\n",
        "work/train.py": "import datasets\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
