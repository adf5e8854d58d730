"""DVC: data and models by their hashes, beside the code."""

from mlops_platform.core.clues.clue import declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its pointers, lock files and imports, else its declaration."""
    used = (*filed(reading, "*.dvc", "dvc.lock", ".dvc/config"), *imported(reading, "dvc"))
    return technology("dvc", used, declared(reading, "dvc", "dvc-*"))
