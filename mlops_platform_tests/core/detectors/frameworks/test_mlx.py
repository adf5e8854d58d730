from pathlib import Path

from mlops_platform.core.detectors.frameworks.mlx import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import mlx.core as mx\n",
    }
    assert sight(tmp_path, detect, files) == "mlx used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "mlx\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "mlx not used (declared only): requirements.txt:1"


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import mlxtend\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
