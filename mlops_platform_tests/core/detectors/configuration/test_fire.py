from pathlib import Path

from mlops_platform.core.detectors.configuration.fire import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import fire\n"
            "\n"
            "\n"
            "def main(epochs=3):\n"
            "    print(epochs)\n"
            "\n"
            "\n"
            "fire.Fire(main)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "fire used: train.py:5"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "fire\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "fire not used (declared only): requirements.txt:1"


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": (
            "import fire\n\n\ndef main(epochs=3):\n    print(epochs)\n\n\nfire.Fire(main)\n"
        ),
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "fire\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": ("import sklearn.svm\ndef fire(shot):\n    return shot\n\n\nfire('x')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
