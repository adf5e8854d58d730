"""OmegaConf: nested configurations from YAML; said of Hydra where Hydra brings it."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports in projects without Hydra, else its declaration."""
    if imported(reading, "hydra"):
        return None
    return technology("omegaconf", imported(reading, "omegaconf"), declared(reading, "omegaconf"))
