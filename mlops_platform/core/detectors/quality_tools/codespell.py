"""codespell: search for misspelt words."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    tables=("tool.codespell",),
    sections=("codespell",),
    hooks=("codespell",),
    commands=("codespell",),
    files=(".codespellrc",),
    actions=("codespell-project/actions-codespell",),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("codespell", practised(reading, TOOL), declared(reading, "codespell"))
