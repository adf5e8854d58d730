"""Entry points: which file to start for training and for evaluation, ranked by confidence.

Every candidate rests on a call that trains or measures, reached from the file when it is started.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.import_roots import roots_that_resolve
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.confidence import (
    EVALUATION_WORDS,
    Sight,
    evaluation_confidence,
    training_confidence,
    words_of,
)
from mlops_platform.core.profiling.learning_calls import (
    is_evaluation,
    is_gradient_step,
    is_training,
)
from mlops_platform.core.profiling.notebook_entry_points import notebook_entry_points
from mlops_platform.core.profiling.pipeline_entry_points import pipeline_entry_points
from mlops_platform.core.profiling.reach import STARTED, Program, Step
from mlops_platform.core.profiling.start_commands import Start, index_commands, start_of
from mlops_platform.core.sections.project_profile import EntryPoint

HOOKS = re.compile(r"(^|\.)(training|validation|test|predict)_(step|epoch_end|end)$")
"""Lightning's hooks: what they measure is part of fitting."""

OWN_EVALUATION = re.compile(r"(^|[._])(eval|evaluate|evaluation|estimate|test|validate)(_\w+)?$")
"""Functions that measure with torch alone: named so, and switching the model to evaluation mode."""

MOST_CANDIDATES = 10


class EntryPoints(NamedTuple):
    """Candidates, best first."""

    training: tuple[EntryPoint, ...]
    evaluation: tuple[EntryPoint, ...]


class Candidate(NamedTuple):
    """One file with what starting it leads to; `start` is None where starting it does nothing."""

    file: SourceFile
    start: Start | None
    trains: Step | None
    evaluates: Step | None
    imported_by: int


def find_entry_points(reading: Reading) -> EntryPoints:
    """Rank the ways to start training and evaluation."""
    candidates = _candidates(reading)
    training = [_training_entry(found) for found in candidates if found.trains]
    training += pipeline_entry_points(reading, training)
    training += notebook_entry_points(reading.notebooks)
    evaluation = [_evaluation_entry(found) for found in candidates if _is_evaluation_place(found)]
    return EntryPoints(_best(training), _best(evaluation or _tests_that_evaluate(reading)))


def _candidates(reading: Reading) -> list[Candidate]:
    files = [
        file for file in reading.code.files if file.role in {Role.SOURCE, Role.EXAMPLE, Role.TEST}
    ]
    program = Program(files)
    documented = index_commands(reading.commands.commands, program.files)
    importers = program.importers()
    return [
        _candidate(
            file, program, reading, documented.get(file.path, []), importers.get(file.path, 0)
        )
        for file in files
        if file.role is not Role.TEST or _is_script_named_test(file)
    ]


def _candidate(
    file: SourceFile,
    program: Program,
    reading: Reading,
    documented: Iterable[DocumentedCommand],
    imported_by: int,
) -> Candidate:
    trains, evaluates = _firsts(program.reach(file.path, _started_scopes(file)))
    does_work = bool(trains or evaluates)
    is_startable = does_work and (file.main_line is not None or file.module_level_work)
    start = None
    if is_startable:
        start = start_of(file, documented, roots_that_resolve(file, reading.code))
    else:
        trains, evaluates = _firsts(
            Step(file, call, 0) for call in file.calls if call.scope not in STARTED
        )
    return Candidate(file, start, trains, evaluates, imported_by)


def _started_scopes(file: SourceFile) -> tuple[str, ...]:
    decorated = (
        entry.name
        for entry in file.definitions
        if any(name.startswith(("click.", "typer.", "hydra.")) for name in entry.decorators)
    )
    return (*STARTED, *decorated)


def _firsts(steps: Iterable[Step]) -> tuple[Step | None, Step | None]:
    trains = evaluates = None
    for step in steps:
        if trains is None and _trains(step):
            trains = step
        if evaluates is None and _evaluates(step):
            evaluates = step
        if trains and evaluates:
            break
    return trains, evaluates


def _trains(step: Step) -> bool:
    return is_training(step.call, step.file) or is_gradient_step(step.call)


def _evaluates(step: Step) -> bool:
    if HOOKS.search(step.call.scope):
        return False
    return is_evaluation(step.call, step.file) or _is_own_evaluation(step.call)


def _is_own_evaluation(call: Call) -> bool:
    return call.name in {".eval", "torch.no_grad"} and bool(OWN_EVALUATION.search(call.scope))


def _is_script_named_test(file: SourceFile) -> bool:
    is_test = any(entry.name.rpartition(".")[2].startswith("test_") for entry in file.definitions)
    return not is_test and (file.main_line is not None)


def _is_evaluation_place(found: Candidate) -> bool:
    if found.evaluates is None:
        return False
    if found.start is None:
        return bool(words_of(found.file.path) & EVALUATION_WORDS)
    return bool(found.trains) or bool(words_of(found.file.path) & EVALUATION_WORDS)


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
    step = found.trains
    assert step is not None  # noqa: S101 - the caller chose candidates that train
    return _entry(found, step, training_confidence(_sight(found, step)), "fits a model")


def _evaluation_entry(found: Candidate) -> EntryPoint:
    step = found.evaluates
    assert step is not None  # noqa: S101 - the caller chose candidates that measure
    confidence = evaluation_confidence(_sight(found, step), trains=found.trains is not None)
    return _entry(found, step, confidence, "measures a model")


def _sight(found: Candidate, step: Step) -> Sight:
    return Sight(
        path=found.file.path,
        role=found.file.role,
        is_startable=found.start is not None,
        hops=step.hops,
        is_documented=bool(found.start and found.start.documented_at),
        imported_by=found.imported_by,
    )


def _entry(found: Candidate, step: Step, confidence: float, deed: str) -> EntryPoint:
    start = found.start
    where = "it" if step.hops == 0 else f"it leads to {step.file.path}, which"
    evidence = [Evidence(path=step.file.path, line=step.call.line, note=step.call.name.lstrip("."))]
    if start and start.documented_at:
        place = start.documented_at
        evidence.append(Evidence(path=place.path, line=place.line, note="gives the command"))
    return EntryPoint(
        path=found.file.path,
        command=start.command if start else None,
        working_directory=start.working_directory if start else ".",
        confidence=confidence,
        because=f"{where} {deed}"
        if start
        else f"a function in it {deed}; nothing starts it directly",
        required_arguments=start.missing if start else (),
        evidence=tuple(evidence),
    )


def _best(entries: Iterable[EntryPoint]) -> tuple[EntryPoint, ...]:
    by_place: Mapping[tuple[str, str | None], EntryPoint] = {
        (entry.path, entry.command): entry for entry in entries
    }
    ranked = sorted(by_place.values(), key=lambda e: (-e.confidence, e.path.count("/"), e.path))
    return tuple(ranked[:MOST_CANDIDATES])
