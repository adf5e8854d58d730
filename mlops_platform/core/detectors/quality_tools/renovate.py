"""Renovate: updates of dependencies."""

from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    files=(
        "renovate.json",
        "renovate.json5",
        ".renovaterc",
        ".renovaterc.json",
    )
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs."""
    return practice("renovate", practised(reading, TOOL))
