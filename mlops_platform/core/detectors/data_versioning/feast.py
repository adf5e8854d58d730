"""Feast: a store of features for training and serving."""

from mlops_platform.core.clues.clue import declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its store file and imports, else its declaration."""
    used = (*imported(reading, "feast"), *filed(reading, "feature_store.yaml"))
    return technology("feast", used, declared(reading, "feast"))
