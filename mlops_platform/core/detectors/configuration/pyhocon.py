"""pyhocon: settings in HOCON, which include and refer to each other."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "pyhocon")
    return technology("pyhocon", used, declared(reading, "pyhocon"))
