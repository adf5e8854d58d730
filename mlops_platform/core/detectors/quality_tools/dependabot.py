"""Dependabot: updates of dependencies, by GitHub."""

from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    files=(
        ".github/dependabot.yml",
        ".github/dependabot.yaml",
    )
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs."""
    return practice("dependabot", practised(reading, TOOL))
