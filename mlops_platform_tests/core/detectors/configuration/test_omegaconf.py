from pathlib import Path

from mlops_platform.core.detectors.configuration.omegaconf import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from omegaconf import OmegaConf\n",
    }
    assert sight(tmp_path, detect, files) == "omegaconf used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "omegaconf\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "omegaconf not used (declared only): requirements.txt:1"
    )


def test_hydra_is_said_in_its_place(tmp_path: Path) -> None:
    files = {
        "train.py": "import hydra\nfrom omegaconf import DictConfig\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "omegaconf.py": "rows = []\n",
        "train.py": "import omegaconf\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
