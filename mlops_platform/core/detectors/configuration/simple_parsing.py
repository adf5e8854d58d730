"""simple-parsing: command-line arguments of dataclasses."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.settings_files import parser_library
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

STARTS = ("simple_parsing.ArgumentParser", "simple_parsing.parse")


def detect(reading: Reading) -> Detection | None:
    """Find scripts that take arguments with it and lead to learning code."""
    stated = declared(reading, "simple-parsing")
    return parser_library("simple-parsing", reading, "simple_parsing", stated, STARTS)
