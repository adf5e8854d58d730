from pathlib import Path

from mlops_platform.core.detectors.configuration.argparse import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import argparse\n"
            "\n"
            "parser = argparse.ArgumentParser()\n"
            "parser.add_argument('--epochs', type=int)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "argparse used: train.py:5"


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": (
            "import argparse\n"
            "\n"
            "parser = argparse.ArgumentParser()\n"
            "parser.add_argument('--epochs', type=int)\n"
        ),
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\n# argparse\nparser = 'argparse'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
