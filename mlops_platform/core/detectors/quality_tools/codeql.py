"""CodeQL: search for unsafe code, by GitHub."""

from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(actions=("github/codeql-action",))


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs."""
    return practice("codeql", practised(reading, TOOL))
