"""Kedro: pipelines of nodes over a data catalog."""

from mlops_platform.core.clues.clue import configured, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and project settings, else its declaration."""
    settings = configured(reading, "toml_table", "tool.kedro")
    return technology("kedro", (*imported(reading, "kedro"), *settings), declared(reading, "kedro"))
