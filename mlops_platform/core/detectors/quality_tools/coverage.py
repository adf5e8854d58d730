"""Coverage: which lines the tests reach."""

import re

from mlops_platform.core.clues.clue import Clue, declared
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role

TOOL = Tool(
    tables=("tool.coverage", "tool.coverage.*"),
    sections=("coverage:*",),
    commands=("coverage",),
    files=(".coveragerc",),
    actions=("codecov/codecov-action", "coverallsapp/github-action"),
)


def detect(reading: Reading) -> Detection | None:
    """Find its settings and tests that measure it, else its declaration."""
    measured = [
        Clue(Role.SOURCE, Evidence(path=command.path, line=command.line))
        for command in reading.commands.commands
        if command.source != "readme" and re.search(r"\s--cov\b", command.command)
    ]
    used = (*practised(reading, TOOL), *measured)
    return practice("coverage", used, declared(reading, "coverage", "pytest-cov"))
