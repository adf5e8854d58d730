from pathlib import Path

from mlops_platform.core.detectors.frameworks.gymnasium import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import gymnasium as gym\n",
    }
    assert sight(tmp_path, detect, files) == "gymnasium used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "gymnasium\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "gymnasium not used (declared only): requirements.txt:1"
    )


def test_a_local_package_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "gymnasium/__init__.py": "",
        "gymnasium/rows.py": "x = 1\n",
        "train.py": "from gymnasium import rows\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_old_name_is_the_same_framework(tmp_path: Path) -> None:
    files = {
        "train.py": "import gym\n",
    }
    assert sight(tmp_path, detect, files) == "gymnasium used: train.py:1"


def test_a_local_gym_is_something_else(tmp_path: Path) -> None:
    files = {
        "gym.py": "members = []\n",
        "train.py": "import gym\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
