from pathlib import Path

from mlops_platform.core.detectors.configuration.absl import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "from absl import flags\n"
            "\n"
            "flags.DEFINE_integer('epochs', 3, 'how long')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "absl used: train.py:4"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "absl-py\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "absl not used (declared only): requirements.txt:1"


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": ("from absl import flags\n\nflags.DEFINE_integer('epochs', 3, 'how long')\n"),
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "absl-py\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\nflags = ['absl']\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
