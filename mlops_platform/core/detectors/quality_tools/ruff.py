"""Ruff: linter and formatter."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    tables=(
        "tool.ruff",
        "tool.ruff.*",
    ),
    hooks=(
        "ruff",
        "ruff-*",
    ),
    commands=("ruff",),
    files=(
        "ruff.toml",
        ".ruff.toml",
    ),
    actions=(
        "astral-sh/ruff-action",
        "chartboost/ruff-action",
    ),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("ruff", practised(reading, TOOL), declared(reading, "ruff"))
