"""pip-audit and Safety: search for vulnerable dependencies."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    hooks=(
        "pip-audit",
        "python-safety-*",
    ),
    commands=(
        "pip-audit",
        "safety check",
        "safety scan",
    ),
    actions=("pypa/gh-action-pip-audit",),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("pip-audit", practised(reading, TOOL), declared(reading, "pip-audit", "safety"))
