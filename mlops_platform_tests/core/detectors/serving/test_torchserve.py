from pathlib import Path

from mlops_platform.core.detectors.serving.torchserve import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_handler_is_use(tmp_path: Path) -> None:
    files = {
        "handler.py": "from ts.torch_handler.base_handler import BaseHandler\n",
    }
    assert sight(tmp_path, detect, files) == "torchserve used: handler.py:1"


def test_its_image_is_use(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM pytorch/torchserve:0.9.0\n",
    }
    assert sight(tmp_path, detect, files) == "torchserve used: Dockerfile:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "torchserve\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "torchserve not used (declared only): requirements.txt:1"
    )


def test_a_local_ts_is_something_else(tmp_path: Path) -> None:
    files = {
        "ts.py": "x = 1\n",
        "train.py": "import ts\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
