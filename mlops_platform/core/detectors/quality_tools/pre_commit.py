"""pre-commit: checks before every commit."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

TOOL = Tool(
    files=(
        ".pre-commit-config.yaml",
        ".pre-commit-config.yml",
        "prek.toml",
    ),
    actions=(
        "pre-commit/action",
        "pre-commit-ci/",
    ),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and where it runs, else its declaration."""
    return practice("pre-commit", practised(reading, TOOL), declared(reading, "pre-commit"))
