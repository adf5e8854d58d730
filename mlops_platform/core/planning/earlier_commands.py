"""Commands that a document gives before the one that trains, which make what it reads.

A line such as `make data` stands for what that target runs, and the line that trains may be one of
a target that the document asks for.
"""

import re
from collections.abc import Iterable, Iterator

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.planning.command_way import Told, way_of_command
from mlops_platform.core.planning.data_files_named import data_files_named
from mlops_platform.core.planning.data_needs import data_lacks
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.started_files import file_of
from mlops_platform.core.planning.stated_tools import documented_by_tool
from mlops_platform.core.planning.way import Candidate, Way
from mlops_platform.core.profiling.confidence import words_of
from mlops_platform.core.profiling.required_arguments import PLACEHOLDER
from mlops_platform.core.profiling.start_commands import SHELL_SYNTAX
from mlops_platform.core.run_plan import Purpose

PREPARING = frozenset(
    "prepare prep preprocess preprocessing process processing split generate make create build"
    " download fetch data dataset features featurize featurization clean cleaning ingest ingestion"
    " convert extract transform tokenize synthetic folds".split()
)
"""Words in the names of files that make data."""

_SOURCES = frozenset({"readme", "shell_script", "ci"})


def ways_before(
    command: DocumentedCommand, candidate: Candidate, facts: PlanningFacts, recipe: str
) -> list[Way]:
    """Return the ways that make data that are not here.

    What is committed is not made anew: a run should learn from the data of the commit.
    """
    ways = [_way(each, candidate, facts, recipe) for each in _earlier(command, facts)]
    if not any(not data.is_pointer for data in facts.profile.datasets):
        return ways
    makers = [each for each in ways if _names_absent_files(each.starts, facts)]
    return [each for each in makers if not (each.lacks or data_lacks(each, facts))]


def asking_for(target: DocumentedCommand, facts: PlanningFacts) -> DocumentedCommand | None:
    """Return the first line of a document that asks for the target of a line, as `make train`."""
    for each in facts.commands.commands:
        meant = documented_by_tool(each.command, facts) if each.source in _SOURCES else None
        if meant is not None and _target(meant) == _target(target):
            return each
    return None


def _earlier(command: DocumentedCommand, facts: PlanningFacts) -> tuple[DocumentedCommand, ...]:
    """Return what stands before a command, under the same heading or in the same script and job.

    Only programs of this repository whose names say that they make data; each file once.
    """
    if command.source not in _SOURCES:
        return ()
    found: dict[str, DocumentedCommand] = {}
    for each in _meant(command, facts):
        path = file_of(each, facts)
        if path and _makes_data(path, facts) and not _is_open(each):
            found.setdefault(path, each)
    return tuple(found.values())


def _meant(command: DocumentedCommand, facts: PlanningFacts) -> Iterator[DocumentedCommand]:
    """Yield the commands before one; what a target runs stands where it is asked for."""
    for each in facts.commands.commands:
        is_beside = (each.path, each.name, each.source) == (
            command.path,
            command.name,
            command.source,
        )
        if is_beside and each.line <= command.line and each != command:
            target = documented_by_tool(each.command, facts)
            for line in [each] if target is None else _lines_of(target, facts):
                yield each._replace(command=line.command, working_directory=line.working_directory)


def _lines_of(target: DocumentedCommand, facts: PlanningFacts) -> list[DocumentedCommand]:
    return [each for each in facts.commands.commands if _target(each) == _target(target)]


def _target(line: DocumentedCommand) -> tuple[str, str, str]:
    return line.source, line.path, line.name


def _way(
    command: DocumentedCommand, candidate: Candidate, facts: PlanningFacts, recipe: str
) -> Way:
    told = Told(
        line=command.command,
        folder=command.working_directory,
        recipe=recipe,
        because=f"{command.path} says to run it before",
        evidence=(Evidence(path=command.path, line=command.line),),
    )
    return way_of_command(told, candidate._replace(purpose=Purpose.PREPARE), facts)


def _names_absent_files(starts: Iterable[str], facts: PlanningFacts) -> bool:
    """Tell whether files name data files that the repository does not hold."""
    here = {path.rpartition("/")[2] for path in facts.paths}
    files = [file for start in starts if (file := source_of(facts, start))]
    return not data_files_named(files) <= here


def _makes_data(path: str, facts: PlanningFacts) -> bool:
    profile = facts.profile
    starts = {e.path for e in (*profile.training_entry_points, *profile.evaluation_entry_points)}
    name = path.rpartition("/")[2]
    return path not in starts and not PREPARING.isdisjoint(_words(words_of(name), name))


def _words(words: Iterable[str], name: str) -> set[str]:
    return {*words, *re.split(r"[^a-z]+", name.lower())}


def _is_open(command: DocumentedCommand) -> bool:
    return bool(PLACEHOLDER.search(command.command) or SHELL_SYNTAX.search(command.command))
