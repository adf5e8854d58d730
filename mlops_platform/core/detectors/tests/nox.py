"""nox: sessions of tests and checks in Python."""

from mlops_platform.core.clues.clue import declared, filed
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its sessions, else its declaration."""
    return practice("nox", filed(reading, "noxfile.py"), declared(reading, "nox"))
