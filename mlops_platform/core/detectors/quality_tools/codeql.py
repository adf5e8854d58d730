"""CodeQL: search for unsafe code, by GitHub."""

from mlops_platform.core.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.tool_clues import Tool, practised

TOOL = Tool(actions=("github/codeql-action",))


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs."""
    return practice("codeql", practised(reading, TOOL))
