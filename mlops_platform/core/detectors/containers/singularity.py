"""Singularity and Apptainer: container images for clusters."""

from mlops_platform.core.clues.clue import filed
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find definition files."""
    return technology(
        "singularity", filed(reading, "Singularity", "Singularity.*", "apptainer.def")
    )
