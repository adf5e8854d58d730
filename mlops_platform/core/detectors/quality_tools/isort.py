"""isort: order of imports."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    tables=("tool.isort",),
    sections=("isort",),
    hooks=("isort",),
    commands=("isort",),
    files=(".isort.cfg",),
    actions=("isort/isort-action",),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("isort", practised(reading, TOOL), declared(reading, "isort"))
