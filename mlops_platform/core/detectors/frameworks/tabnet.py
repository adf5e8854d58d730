"""TabNet: neural networks for tables."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "pytorch_tabnet")
    return framework("tabnet", used, declared(reading, "pytorch-tabnet"))
