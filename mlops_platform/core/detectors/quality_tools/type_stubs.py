"""Type stubs: types beside the code, or the mark that it is typed."""

from mlops_platform.core.clues.clue import filed
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find stubs and marks of the project's own."""
    return practice("type stubs", filed(reading, "*.pyi", "py.typed"))
