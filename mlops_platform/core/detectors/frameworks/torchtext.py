"""torchtext: text data sets and vocabularies for PyTorch."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "torchtext")
    return framework("torchtext", used, declared(reading, "torchtext"))
