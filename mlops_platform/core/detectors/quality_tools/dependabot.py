"""Dependabot: updates of dependencies, by GitHub."""

from mlops_platform.core.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.tool_clues import Tool, practised

TOOL = Tool(
    files=(
        ".github/dependabot.yml",
        ".github/dependabot.yaml",
    )
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs."""
    return practice("dependabot", practised(reading, TOOL))
