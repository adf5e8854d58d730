from pathlib import Path

from mlops_platform.core.detectors.trackers.neptune import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import neptune.new as neptune\n",
    }
    assert sight(tmp_path, detect, files) == "neptune used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "neptune-client\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "neptune not used (declared only): requirements.txt:1"


def test_a_local_package_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "neptune/__init__.py": "",
        "neptune/rows.py": "x = 1\n",
        "train.py": "from neptune import rows\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_lightning_logger_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("import pytorch_lightning as pl\n\nlogger = pl.loggers.NeptuneLogger()\n"),
    }
    assert sight(tmp_path, detect, files) == "neptune used: train.py:3"
