"""doctest: examples in docstrings as tests."""

from mlops_platform.core.clues.clue import Clue, commanded, imported
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find commands and imports that run them."""
    runs = [
        clue
        for clue in commanded(reading, "pytest", "py.test")
        if "--doctest-modules" in _words(reading, clue)
    ]
    return practice("doctest", (*runs, *imported(reading, "doctest")))


def _words(reading: Reading, clue: Clue) -> list[str]:
    return [
        word
        for command in reading.commands.commands
        if (command.path, command.line) == (clue.place.path, clue.place.line)
        for word in command.command.split()
    ]
