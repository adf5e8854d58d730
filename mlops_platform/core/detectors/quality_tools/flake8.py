"""Flake8: linter."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    sections=("flake8",),
    hooks=("flake8",),
    commands=("flake8",),
    files=(".flake8",),
    actions=("py-actions/flake8",),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("flake8", practised(reading, TOOL), declared(reading, "flake8", "flake8-*"))
