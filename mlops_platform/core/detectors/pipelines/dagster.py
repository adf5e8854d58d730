"""Dagster: assets and jobs in Python."""

from mlops_platform.core.clues.clue import declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and settings, else its declaration."""
    used = (*imported(reading, "dagster"), *filed(reading, "dagster.yaml", "dagster_cloud.yaml"))
    return technology("dagster", used, declared(reading, "dagster"))
