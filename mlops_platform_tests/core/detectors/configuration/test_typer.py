from pathlib import Path

from mlops_platform.core.detectors.configuration.typer import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import typer\n"
            "\n"
            "app = typer.Typer()\n"
            "\n"
            "\n"
            "@app.command()\n"
            "def main(epochs: int = 3):\n"
            "    print(epochs)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "typer used: train.py:8"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "typer\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "typer not used (declared only): requirements.txt:1"


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": (
            "import typer\n"
            "\n"
            "app = typer.Typer()\n"
            "\n"
            "\n"
            "@app.command()\n"
            "def main(epochs: int = 3):\n"
            "    print(epochs)\n"
        ),
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "typer\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\n# typer\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
