from pathlib import Path

from mlops_platform.core.detectors.frameworks.ray_train import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from ray.train.torch import TorchTrainer\n",
    }
    assert sight(tmp_path, detect, files) == "ray train used: train.py:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import ray\nchoice = \"ray\"\nprint('import ray')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_ray_without_train_is_something_else(tmp_path: Path) -> None:
    files = {
        "work.py": "import ray\n\nray.init()\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
