"""TorchServe: PyTorch models behind HTTP and gRPC."""

from mlops_platform.core.clues.clue import commanded, declared, deployed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its handlers, commands and images, else its declaration."""
    used = (
        *imported(reading, "ts.torch_handler", "ts.context"),
        *commanded(reading, "torchserve", "torch-model-archiver"),
        *deployed(reading, "pytorch/torchserve", "pytorch/torchserve-*"),
    )
    return technology("torchserve", used, declared(reading, "torchserve"))
