"""Detectron2: detection and segmentation models."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "detectron2")
    return framework("detectron2", used, declared(reading, "detectron2"))
