"""Bandit: search for unsafe code."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(tables=("tool.bandit",), hooks=("bandit",), commands=("bandit",), files=(".bandit",))


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("bandit", practised(reading, TOOL), declared(reading, "bandit"))
