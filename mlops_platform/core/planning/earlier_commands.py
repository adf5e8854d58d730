"""Commands that a document gives before the one that trains, which make what it reads."""

import re
from collections.abc import Iterable

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.planning.data_files_named import data_files_named
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.started_files import file_of
from mlops_platform.core.profiling.confidence import words_of
from mlops_platform.core.profiling.start_commands import PLACEHOLDER, SHELL_SYNTAX

PREPARING = frozenset(
    "prepare prep preprocess preprocessing process processing split generate make create build"
    " download fetch data dataset features featurize featurization clean cleaning ingest ingestion"
    " convert extract transform tokenize synthetic folds".split()
)
"""Words in the names of files that make data."""

_SOURCES = frozenset({"readme", "shell_script", "ci"})


def earlier_commands(
    command: DocumentedCommand, facts: PlanningFacts
) -> tuple[DocumentedCommand, ...]:
    """Return what stands before a command, under the same heading or in the same script and job.

    Only programs of this repository whose names say that they make data; each file once.
    """
    if command.source not in _SOURCES:
        return ()
    before = [
        each
        for each in facts.commands.commands
        if (each.path, each.name, each.source) == (command.path, command.name, command.source)
        and each.line <= command.line
        and each != command
    ]
    found: dict[str, DocumentedCommand] = {}
    for each in before:
        path = file_of(each, facts)
        if path and _makes_data(path, facts) and not _is_open(each):
            found.setdefault(path, each)
    return tuple(found.values())


def names_absent_files(starts: Iterable[str], facts: PlanningFacts) -> bool:
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
