"""ONNX: models in an exchange format, and their runtime."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "onnx", "onnxruntime", "skl2onnx", "tf2onnx", "onnxmltools")
    return framework(
        "onnx",
        used,
        declared(
            reading, "onnx", "onnxruntime", "onnxruntime-gpu", "skl2onnx", "tf2onnx", "onnxmltools"
        ),
    )
