"""Hugging Face hub: data sets loaded at a fixed revision."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_calls, place_in
from mlops_platform.core.facts.reading import Reading

LOADERS = ("datasets.load_dataset", "huggingface_hub.snapshot_download")


def detect(reading: Reading) -> Detection | None:
    """Find loads that name a revision; without one the newest data come."""
    used = [
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook, call in foreign_calls(reading, LOADERS)
        if any(word == "revision" for word, _ in call.keywords)
    ]
    return technology("hugging face datasets", used)
