"""Pyright: type checker."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    tables=(
        "tool.pyright",
        "tool.basedpyright",
    ),
    hooks=(
        "pyright",
        "basedpyright",
    ),
    commands=(
        "pyright",
        "basedpyright",
    ),
    files=("pyrightconfig.json",),
    actions=("jakebailey/pyright-action",),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice(
        "pyright", practised(reading, TOOL), declared(reading, "pyright", "basedpyright")
    )
