"""nose: tests as functions, no longer kept."""

from mlops_platform.core.clues.clue import commanded, declared, imported
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and commands, else its declaration."""
    used = (*imported(reading, "nose"), *commanded(reading, "nosetests", "nose2"))
    return practice("nose", used, declared(reading, "nose", "nose2"))
