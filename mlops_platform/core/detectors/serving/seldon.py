"""Seldon Core: models as Kubernetes objects."""

from mlops_platform.core.clues.clue import configured, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its objects and imports, else its declaration."""
    objects = configured(reading, "kubernetes", "machinelearning.seldon.io/*", "mlops.seldon.io/*")
    used = (*objects, *imported(reading, "seldon_core", "mlserver"))
    return technology("seldon", used, declared(reading, "seldon-core", "mlserver"))
