"""Sentence Transformers: embeddings of texts."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "sentence_transformers")
    return framework("sentence-transformers", used, declared(reading, "sentence-transformers"))
