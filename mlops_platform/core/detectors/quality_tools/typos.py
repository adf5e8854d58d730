"""typos: search for misspelt words."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    tables=(
        "tool.typos",
        "tool.typos.*",
    ),
    hooks=("typos",),
    commands=("typos",),
    files=(
        "typos.toml",
        "_typos.toml",
        ".typos.toml",
    ),
    actions=("crate-ci/typos",),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("typos", practised(reading, TOOL), declared(reading, "typos"))
