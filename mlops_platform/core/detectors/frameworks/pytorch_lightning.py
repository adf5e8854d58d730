"""PyTorch Lightning: the training loop around PyTorch modules."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "pytorch_lightning", "lightning")
    return framework("pytorch-lightning", used, declared(reading, "pytorch-lightning", "lightning"))
