"""Entry points: which file to start for training and for evaluation, ranked by confidence.

Every candidate rests on a call that trains or measures, reached from the file when it is started.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.import_roots import ImportRoots
from mlops_platform.core.facts.one_reading import OneReading
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.confidence import (
    EVALUATION_WORDS,
    Sight,
    evaluation_confidence,
    training_confidence,
    words_of,
)
from mlops_platform.core.profiling.entry_points_by_settings import entry_points_by_settings
from mlops_platform.core.profiling.learning_calls import is_evaluation
from mlops_platform.core.profiling.measuring_switches import measuring_switch, with_switch
from mlops_platform.core.profiling.notebook_entry_points import (
    measuring_notebooks,
    notebook_entry_points,
    notebooks_that_start_own_training,
)
from mlops_platform.core.profiling.pipeline_entry_points import pipeline_entry_points
from mlops_platform.core.profiling.reach import Program
from mlops_platform.core.profiling.scripts_among_tests import is_script
from mlops_platform.core.profiling.start_commands import (
    Start,
    console_scripts,
    index_commands,
    start_of,
)
from mlops_platform.core.profiling.started_work import StartedWork, Step, WorkFinder
from mlops_platform.core.profiling.subcommands import Subcommand
from mlops_platform.core.sections.project_profile import EntryPoint

STARTABLE_ROLES = frozenset({Role.SOURCE, Role.EXAMPLE, Role.TEST})
MOST_CANDIDATES = 10


class EntryPoints(NamedTuple):
    """Candidates, best first."""

    training: tuple[EntryPoint, ...]
    evaluation: tuple[EntryPoint, ...]


class Candidate(NamedTuple):
    """One file with what starting it leads to; `start` is None where starting it does nothing.

    `named` is the path whose words count: where a file has several commands, the command's name
    stands for the file's. `measures_by` is the switch with which a training only measures.
    """

    file: SourceFile
    named: str
    start: Start | None
    work: StartedWork
    imported_by: int
    is_in_readme: bool
    measures_by: str = ""


def find_entry_points(reading: Reading, most: int = MOST_CANDIDATES) -> EntryPoints:
    """Rank the ways to start training and evaluation, at most so many of each."""
    found = _entry_points(OneReading(reading))
    return EntryPoints(found.training[:most], found.evaluation[:most])


@lru_cache(maxsize=1)
def _entry_points(one: OneReading) -> EntryPoints:
    reading = one.reading
    candidates = _candidates(reading)
    training = [_training_entry(found) for found in candidates if found.work.trains]
    if training and not any(entry.command for entry in training):
        training += entry_points_by_settings(reading, training[0].evidence)
    pipelines = pipeline_entry_points(reading, training)
    training += pipelines.training
    training += notebook_entry_points(reading.notebooks)
    if training and not any(entry.command for entry in training):
        training += notebooks_that_start_own_training(reading)
    evaluation = [_evaluation_entry(found) for found in candidates if _is_evaluation_place(found)]
    evaluation += pipelines.evaluation + measuring_notebooks(reading.notebooks)
    readme = reading.commands.readme_text
    return EntryPoints(
        _best(training, readme), _best(evaluation or _tests_that_evaluate(reading), readme)
    )


def _candidates(reading: Reading) -> list[Candidate]:
    files = [file for file in reading.code.files if file.role in STARTABLE_ROLES]
    program = Program(files)
    roots = ImportRoots(reading.code)
    scripts = console_scripts(reading.manifests)
    documented = index_commands(reading.commands.commands, program.files, scripts)
    importers = program.importers()
    finder = WorkFinder(program)
    readme = reading.commands.readme_text
    found = []
    for file in files:
        if file.role is Role.TEST and not is_script(file):
            continue
        for command, work in _works(file, program, finder):
            found.append(
                Candidate(
                    file=file,
                    named=_named(file, command),
                    start=_start(file, work, documented, roots, command),
                    work=work,
                    imported_by=len(importers.get(file.path, ())),
                    is_in_readme=_first_mention(file.path, readme) < len(readme),
                    measures_by=measuring_switch(file, program) if work.trains else "",
                )
            )
    return found


def _works(
    file: SourceFile, program: Program, finder: WorkFinder
) -> Iterator[tuple[Subcommand | None, StartedWork]]:
    """Yield what starting a file leads to, for each of its commands where it has several."""
    by_command = [(each, finder.of_command(file, each)) for each in program.subcommands.of(file)]
    working = [(each, work) for each, work in by_command if work.trains or work.evaluates]
    if working:
        yield from working
        return
    work = finder.of(file)
    if work.trains or work.evaluates:
        yield None, work


def _named(file: SourceFile, command: Subcommand | None) -> str:
    folder = file.path.rpartition("/")[0]
    last = command.name.rpartition(" ")[2] if command else ""
    return posixpath.join(folder, f"{last}.py") if last else file.path


def _start(
    file: SourceFile,
    work: StartedWork,
    documented: Mapping[str, list[DocumentedCommand]],
    roots: ImportRoots,
    command: Subcommand | None,
) -> Start | None:
    known = documented.get(file.path, ())
    is_installed = command is not None and bool(known)
    if not (work.is_startable or is_installed):
        return None
    own = roots.that_resolve(file)
    return start_of(file, known, own, command, () if own else roots.beside_its_folder(file))


def _is_evaluation_place(found: Candidate) -> bool:
    if found.work.evaluates is None:
        return False
    if found.start is None:
        return bool(words_of(found.named) & EVALUATION_WORDS)
    return bool(found.work.trains) or bool(words_of(found.named) & EVALUATION_WORDS)


def _tests_that_evaluate(reading: Reading) -> list[EntryPoint]:
    return [
        EntryPoint(
            path=file.path,
            command=f"pytest {file.path}",
            confidence=0.2,
            because="a test measures the model; no other file does",
            evidence=(Evidence(path=file.path, line=call.line, note=call.name.lstrip(".")),),
        )
        for file in reading.code.files
        if file.role is Role.TEST and any("eval" in word for word in words_of(file.path))
        for call in [c for c in file.calls if is_evaluation(c, file)][:1]
    ]


def _training_entry(found: Candidate) -> EntryPoint:
    step = found.work.trains
    assert step is not None  # noqa: S101 - the caller chose candidates that train
    return _entry(found, step, training_confidence(_sight(found, step)), "fits a model")


def _evaluation_entry(found: Candidate) -> EntryPoint:
    step = found.work.evaluates
    assert step is not None  # noqa: S101 - the caller chose candidates that measure
    entry = _entry(found, step, evaluation_confidence(_sight(found, step)), "measures a model")
    return entry.model_copy(update={"command": with_switch(entry.command, found.measures_by)})


def _sight(found: Candidate, step: Step) -> Sight:
    return Sight(
        path=found.named,
        role=found.file.role,
        is_startable=found.start is not None,
        hops=step.hops,
        is_documented=bool(found.start and found.start.documented_at),
        imported_by=found.imported_by,
        is_certain=step.is_certain,
        is_in_readme=found.is_in_readme,
    )


def _entry(found: Candidate, step: Step, confidence: float, deed: str) -> EntryPoint:
    start = found.start
    evidence = [Evidence(path=step.path, line=step.call.line, note=step.call.name.lstrip("."))]
    if start and (place := start.documented_at):
        note = "gives the command with its arguments" if start.is_told else "gives the command"
        evidence.append(Evidence(path=place.path, line=place.line, note=note))
    return EntryPoint(
        path=found.file.path,
        command=start.command if start else None,
        working_directory=start.working_directory if start else ".",
        confidence=confidence,
        because=_because(step, deed, start),
        required_arguments=start.missing if start else (),
        are_arguments_stated=start is not None and start.is_told,
        evidence=tuple(evidence),
    )


def _because(step: Step, deed: str, start: Start | None) -> str:
    where = f"it leads to {step.path}, which" if step.hops else "it"
    if start:
        return f"{where} {deed}"
    return f"{where if step.hops else 'a function in it'} {deed}; nothing starts it directly"


def _best(entries: Iterable[EntryPoint], readme: str) -> tuple[EntryPoint, ...]:
    by_place: Mapping[tuple[str, str | None], EntryPoint] = {
        (entry.path, entry.command): entry for entry in entries
    }
    ranked = sorted(
        by_place.values(),
        key=lambda e: (-e.confidence, _first_mention(e.path, readme), e.path.count("/"), e.path),
    )
    return tuple(ranked)


def _first_mention(path: str, readme: str) -> int:
    folder = path.rpartition("/")[0]
    places = [readme.find(words) for words in (path, f"{folder}/" if folder else path)]
    return min((place for place in places if place >= 0), default=len(readme))
