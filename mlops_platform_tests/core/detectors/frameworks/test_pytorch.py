from pathlib import Path

from mlops_platform.core.detectors.frameworks.pytorch import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import torch.nn as nn\n",
    }
    assert sight(tmp_path, detect, files) == "pytorch used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "torch\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "pytorch not used (declared only): requirements.txt:1"


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import torchmetrics\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_lightning_alone_does_not_show_that_torch_is_used(tmp_path: Path) -> None:
    files = {
        "train.py": "import pytorch_lightning as pl\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
