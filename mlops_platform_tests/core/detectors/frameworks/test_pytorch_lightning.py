from pathlib import Path

from mlops_platform.core.detectors.frameworks.pytorch_lightning import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import pytorch_lightning as pl\n",
    }
    assert sight(tmp_path, detect, files) == "pytorch-lightning used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pytorch-lightning\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "pytorch-lightning not used (declared only): requirements.txt:1"
    )


def test_a_local_package_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "pytorch_lightning/__init__.py": "",
        "pytorch_lightning/rows.py": "x = 1\n",
        "train.py": "from pytorch_lightning import rows\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_new_name_is_the_same_framework(tmp_path: Path) -> None:
    files = {
        "train.py": "import lightning.pytorch as pl\n",
    }
    assert sight(tmp_path, detect, files) == "pytorch-lightning used: train.py:1"


def test_a_local_lightning_module_is_something_else(tmp_path: Path) -> None:
    files = {
        "lightning.py": "bolt = 1\n",
        "train.py": "import lightning\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
