from pathlib import Path

from mlops_platform.core.detectors.configuration.simple_parsing import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "from dataclasses import dataclass\n"
            "\n"
            "import simple_parsing\n"
            "\n"
            "\n"
            "@dataclass\n"
            "class Options:\n"
            "    epochs: int = 3\n"
            "\n"
            "\n"
            "parser = simple_parsing.ArgumentParser()\n"
            "parser.add_arguments(Options, dest='options')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "simple-parsing used: train.py:9"


def test_a_class_that_parses_itself_takes_arguments(tmp_path: Path) -> None:
    files = {
        "settings.py": (
            "import simple_parsing\n"
            "import torch.optim\n"
            "\n"
            "\n"
            "class Options:\n"
            "    @classmethod\n"
            "    def parse(cls):\n"
            "        parser = simple_parsing.ArgumentParser()\n"
            "        parser.add_arguments(cls, dest='options')\n"
            "        return parser.parse_args().options\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "simple-parsing used: settings.py:8"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "simple-parsing\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "simple-parsing not used (declared only): requirements.txt:1"
    )


def test_arguments_of_another_script_are_none(tmp_path: Path) -> None:
    files = {
        "release.py": (
            "from dataclasses import dataclass\n"
            "\n"
            "import simple_parsing\n"
            "\n"
            "\n"
            "@dataclass\n"
            "class Options:\n"
            "    epochs: int = 3\n"
            "\n"
            "\n"
            "parser = simple_parsing.ArgumentParser()\n"
            "parser.add_arguments(Options, dest='options')\n"
        ),
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "simple-parsing\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\n# simple_parsing\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
