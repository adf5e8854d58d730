from pathlib import Path

from mlops_platform.core.detectors.serving.triton import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_model_settings_are_use(tmp_path: Path) -> None:
    files = {
        "models/churn/config.pbtxt": "name: 'churn'\n",
    }
    assert sight(tmp_path, detect, files) == "triton used: models/churn/config.pbtxt"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "nvidia-pytriton\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "triton not used (declared only): requirements.txt:1"


def test_a_client_serves_nothing(tmp_path: Path) -> None:
    files = {
        "client.py": "import tritonclient.http\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_language_of_kernels_is_something_else(tmp_path: Path) -> None:
    files = {
        "kernel.py": "import triton\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
