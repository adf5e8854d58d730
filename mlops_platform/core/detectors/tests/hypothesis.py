"""Hypothesis: tests of properties."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    return practice("hypothesis", imported(reading, "hypothesis"), declared(reading, "hypothesis"))
