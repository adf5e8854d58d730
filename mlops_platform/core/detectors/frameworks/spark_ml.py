"""Spark ML: machine learning on Spark."""

from mlops_platform.core.clues.clue import imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "pyspark.ml", "pyspark.mllib")
    return framework("spark ml", used)
