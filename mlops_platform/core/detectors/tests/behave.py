"""behave: tests as sentences."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its step files, else its declaration."""
    return practice("behave", imported(reading, "behave"), declared(reading, "behave"))
