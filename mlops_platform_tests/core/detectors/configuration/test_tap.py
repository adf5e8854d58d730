from pathlib import Path

from mlops_platform.core.detectors.configuration.tap import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "from tap import Tap\n"
            "\n"
            "\n"
            "class Arguments(Tap):\n"
            "    epochs: int = 3\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "tap used: train.py:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "typed-argument-parser\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "tap not used (declared only): requirements.txt:1"


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": ("from tap import Tap\n\n\nclass Arguments(Tap):\n    epochs: int = 3\n"),
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "typed-argument-parser\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\ntap = 'tap'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
