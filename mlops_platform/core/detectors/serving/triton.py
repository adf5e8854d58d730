"""Triton: models of many frameworks behind HTTP and gRPC."""

from mlops_platform.core.clues.clue import declared, deployed, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its model settings, backends and images; a client of it serves nothing."""
    used = (
        *filed(reading, "config.pbtxt"),
        *imported(reading, "triton_python_backend_utils", "pytriton"),
        *deployed(reading, "nvcr.io/nvidia/tritonserver"),
    )
    return technology("triton", used, declared(reading, "nvidia-pytriton"))
