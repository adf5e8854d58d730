from pathlib import Path

from mlops_platform.core.detectors.configuration.ini import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_settings_file_of_the_training_is_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import configparser\n"
            "\n"
            "configparser.ConfigParser().read('train.ini')\n"
        ),
        "train.ini": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "ini used: train.py:4"


def test_a_settings_file_of_a_tool_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\n",
        "tox.ini": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_file_that_the_repository_does_not_hold_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import configparser\n"
            "\n"
            "configparser.ConfigParser().read('train.ini')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_scripts_file_is_none(tmp_path: Path) -> None:
    files = {
        "pages.py": ("import configparser\n\nconfigparser.ConfigParser().read('train.ini')\n"),
        "train.ini": "{}\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
