"""vLLM: language models behind HTTP."""

from mlops_platform.core.clues.clue import commanded, declared, deployed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, commands and images, else its declaration."""
    used = (
        *imported(reading, "vllm"),
        *commanded(reading, "vllm serve", "vllm.entrypoints.openai.api_server"),
        *deployed(reading, "vllm/vllm-openai"),
    )
    return technology("vllm", used, declared(reading, "vllm"))
