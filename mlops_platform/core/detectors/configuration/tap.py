"""Tap: command-line arguments of a class."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.settings_files import parser_library
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find scripts that take arguments with it and lead to learning code."""
    return parser_library("tap", reading, "tap", declared(reading, "typed-argument-parser"))
