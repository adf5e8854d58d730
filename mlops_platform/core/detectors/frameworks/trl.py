"""TRL: language models trained on preferences."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "trl")
    return framework("trl", used, declared(reading, "trl"))
