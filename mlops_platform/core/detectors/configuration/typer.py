"""Typer: command-line arguments by annotations."""

from mlops_platform.core.clues import declared
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.settings_clues import parser_library


def detect(reading: Reading) -> Detection | None:
    """Find scripts that take arguments with it and lead to learning code."""
    return parser_library("typer", reading, "typer", declared(reading, "typer"))
