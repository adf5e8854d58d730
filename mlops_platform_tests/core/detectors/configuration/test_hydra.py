from pathlib import Path

from mlops_platform.core.detectors.configuration.hydra import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import hydra\n",
    }
    assert sight(tmp_path, detect, files) == "hydra used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "hydra-core\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "hydra not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "hydra.py": "rows = []\n",
        "train.py": "import hydra\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
