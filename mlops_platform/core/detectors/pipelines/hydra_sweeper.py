"""Hydra sweepers: one command that starts many trainings."""

from mlops_platform.core.clues.clue import configured
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find configurations that choose a sweeper."""
    sweepers = configured(reading, "hydra", "sweeper *")
    return technology("hydra sweeper", sweepers)
