from pathlib import Path

from mlops_platform.core.detectors.configuration.sys_argv import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_numbers_of_the_command_line_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\nimport sys\n\nalpha = float(sys.argv[1])\n",
    }
    assert sight(tmp_path, detect, files) == "sys.argv used: train.py:4"


def test_words_beside_a_settings_file_are_none(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import sys\n"
            "import yaml\n"
            "\n"
            "path = sys.argv[1]\n"
            "settings = yaml.safe_load(path)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_words_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": "import sys\n\nprint(sys.argv[1])\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
