from pathlib import Path

from mlops_platform.core.detectors.configuration.click import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import click\n"
            "\n"
            "\n"
            "@click.command()\n"
            "@click.option('--epochs')\n"
            "def main(epochs):\n"
            "    print(epochs)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "click used: train.py:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "click\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "click not used (declared only): requirements.txt:1"


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": (
            "import click\n"
            "\n"
            "\n"
            "@click.command()\n"
            "@click.option('--epochs')\n"
            "def main(epochs):\n"
            "    print(epochs)\n"
        ),
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "click\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\ndef click(button):\n    return button\n\n\nclick('--epochs')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
