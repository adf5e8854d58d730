"""Woodpecker: automation of the repository."""

from mlops_platform.core.clues.clue import automated
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its pipeline files."""
    return practice("woodpecker", automated(reading, "woodpecker"))
