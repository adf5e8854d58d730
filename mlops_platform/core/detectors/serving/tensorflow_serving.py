"""TensorFlow Serving: TensorFlow models behind HTTP and gRPC."""

from mlops_platform.core.clues.clue import commanded, deployed
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its images and commands; a client of it serves nothing."""
    used = (
        *deployed(reading, "tensorflow/serving"),
        *commanded(reading, "tensorflow_model_server", "docker run tensorflow/serving"),
    )
    return technology("tensorflow serving", used)
