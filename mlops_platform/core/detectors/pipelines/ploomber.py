"""Ploomber: notebooks and scripts as a pipeline."""

from mlops_platform.core.clues.clue import commanded, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and commands, else its declaration."""
    used = (*imported(reading, "ploomber"), *commanded(reading, "ploomber build"))
    return technology("ploomber", used, declared(reading, "ploomber"))
