"""Commands that run tests in a repository whose tests alone measure the model.

There, running the tests is how the model is trained and measured; elsewhere tests are tests.
"""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.profiling.entry_points import find_entry_points
from mlops_platform.core.shell_words import programs

RUNNERS = frozenset({"pytest", "py.test"})


def measuring_tests(reading: Reading, source: str) -> tuple[Clue, ...]:
    """Find commands of one source (makefile, ci, …) that run the tests that measure the model."""
    commands = [
        command
        for command in reading.commands.commands
        if command.source == source and _tested(command.command) is not None
    ]
    measuring = _measuring_paths(reading) if commands else frozenset()
    return tuple(
        Clue(Role.SOURCE, Evidence(path=command.path, line=command.line))
        for command in commands
        if any(_covers(_tested(command.command) or (), path) for path in measuring)
    )


def _measuring_paths(reading: Reading) -> frozenset[str]:
    roles = {file.path: file.role for file in reading.repository.files}
    entries = find_entry_points(reading)
    if any(roles.get(entry.path) is not Role.TEST for entry in entries.evaluation):
        return frozenset()
    return frozenset(entry.path for entry in entries.evaluation)


def _tested(command: str) -> tuple[str, ...] | None:
    """Return the paths that a command hands to the test runner, None where it runs none."""
    for words in programs(command):
        if words[0] in RUNNERS:
            return tuple(word.rstrip("/") for word in words[1:] if not word.startswith("-"))
    return None


def _covers(paths: tuple[str, ...], path: str) -> bool:
    return not paths or any(path == given or path.startswith(f"{given}/") for given in paths)
