"""Keras: neural networks layer by layer, alone or inside TensorFlow."""

from mlops_platform.core.clues.clue import declared, named
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and calls, else its declaration."""
    used = named(reading, "keras", "tensorflow.keras", "tensorflow.python.keras", "tf_keras")
    return framework("keras", used, declared(reading, "keras", "tf-keras"))
