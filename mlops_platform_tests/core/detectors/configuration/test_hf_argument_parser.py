from pathlib import Path

from mlops_platform.core.detectors.configuration.hf_argument_parser import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_arguments_of_a_training_script_are_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "from dataclasses import dataclass\n"
            "\n"
            "from transformers import HfArgumentParser\n"
            "\n"
            "\n"
            "@dataclass\n"
            "class Options:\n"
            "    epochs: int = 3\n"
            "\n"
            "\n"
            "parser = HfArgumentParser(Options)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "hf argument parser used: train.py:8"


def test_transformers_without_it_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import argparse\n"
            "\n"
            "from transformers import Trainer\n"
            "\n"
            "parser = argparse.ArgumentParser()\n"
            "parser.add_argument('--epochs')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_class_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "from dataclasses import dataclass\n"
            "\n"
            "import torch\n"
            "from ours import HfArgumentParser\n"
            "\n"
            "\n"
            "@dataclass\n"
            "class Options:\n"
            "    epochs: int = 3\n"
            "\n"
            "\n"
            "parser = HfArgumentParser(Options)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
