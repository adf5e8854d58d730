"""HfArgumentParser: dataclasses of Transformers as command-line arguments."""

from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.settings_files import command_line
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find scripts that take arguments with it and lead to learning code."""
    return technology("hf argument parser", command_line(reading, "transformers"))
