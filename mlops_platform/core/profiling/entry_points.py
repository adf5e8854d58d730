"""Entry points: which file to start for training and for evaluation, ranked by confidence.

Every candidate rests on a call that trains or measures, reached from the file when it is started.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.import_roots import ImportRoots
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
from mlops_platform.core.profiling.learning_calls import (
    is_evaluation,
    is_gradient_step,
    is_training,
)
from mlops_platform.core.profiling.notebook_entry_points import notebook_entry_points
from mlops_platform.core.profiling.pipeline_entry_points import pipeline_entry_points
from mlops_platform.core.profiling.reach import STARTED, Program, Step
from mlops_platform.core.profiling.start_commands import (
    Start,
    console_scripts,
    index_commands,
    start_of,
)
from mlops_platform.core.sections.project_profile import EntryPoint

HOOKS = re.compile(r"(^|\.)(training|validation|test|predict)_(step|epoch_end|end)$")
"""Lightning's hooks: what they measure is part of fitting."""

OWN_EVALUATION = re.compile(r"(^|[._])(eval|evaluate|evaluation|estimate|test|validate)(_\w+)?$")
"""Functions that measure with torch alone: named so, and switching the model to evaluation mode."""

MEASURING = re.compile(r"(^|[._])(score|evaluate|accuracy|metrics?|loss|f1|auc|mse|rmse|mae|bleu)$")
"""Calls that measure, in a file that is named after evaluation; elsewhere they may be anything."""

STARTABLE_ROLES = frozenset({Role.SOURCE, Role.EXAMPLE, Role.TEST})
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
    is_in_readme: bool


def find_entry_points(reading: Reading) -> EntryPoints:
    """Rank the ways to start training and evaluation."""
    candidates = _candidates(reading)
    training = [_training_entry(found) for found in candidates if found.trains]
    training += pipeline_entry_points(reading, training)
    training += notebook_entry_points(reading.notebooks)
    evaluation = [_evaluation_entry(found) for found in candidates if _is_evaluation_place(found)]
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
    readme = reading.commands.readme_text
    found = []
    for file in files:
        if file.role is Role.TEST and not _is_script_named_test(file):
            continue
        trains, evaluates, is_startable = _deeds(file, program)
        commands = documented.get(file.path, ())
        found.append(
            Candidate(
                file=file,
                start=start_of(file, commands, roots.that_resolve(file)) if is_startable else None,
                trains=trains,
                evaluates=evaluates,
                imported_by=importers.get(file.path, 0),
                is_in_readme=_first_mention(file.path, readme) < len(readme),
            )
        )
    return found


def _deeds(file: SourceFile, program: Program) -> tuple[Step | None, Step | None, bool]:
    """Say where starting a file first trains and measures, and whether it can be started at all."""
    trains, evaluates = _firsts(program.reach(file.path, _started_scopes(file)))
    does_work = file.module_level_work and bool(trains or evaluates)
    is_startable = file.main_line is not None or does_work
    if file.main_line is not None or not is_startable:
        inside = (Step(file, c, 0, is_certain=False) for c in file.calls if c.scope not in STARTED)
        also_trains, also_evaluates = _firsts(inside)
        trains, evaluates = trains or also_trains, evaluates or also_evaluates
    return trains, evaluates, is_startable


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
    return is_evaluation(step.call, step.file) or _is_own_evaluation(step)


def _is_own_evaluation(step: Step) -> bool:
    is_switch = step.call.name in {".eval", "torch.no_grad", "torch.inference_mode"}
    if words_of(step.file.path) & EVALUATION_WORDS:
        return is_switch or bool(MEASURING.search(step.call.name))
    return is_switch and bool(OWN_EVALUATION.search(step.call.scope))


def _is_script_named_test(file: SourceFile) -> bool:
    is_test = any(entry.name.rpartition(".")[2].startswith("test_") for entry in file.definitions)
    is_among_tests = bool({"test", "tests"} & set(file.path.split("/")[:-1]))
    return file.main_line is not None and not is_test and not is_among_tests


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
    confidence = evaluation_confidence(_sight(found, step))
    return _entry(found, step, confidence, "measures a model")


def _sight(found: Candidate, step: Step) -> Sight:
    return Sight(
        path=found.file.path,
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


def _best(entries: Iterable[EntryPoint], readme: str) -> tuple[EntryPoint, ...]:
    by_place: Mapping[tuple[str, str | None], EntryPoint] = {
        (entry.path, entry.command): entry for entry in entries
    }
    ranked = sorted(
        by_place.values(),
        key=lambda e: (-e.confidence, _first_mention(e.path, readme), e.path.count("/"), e.path),
    )
    return tuple(ranked[:MOST_CANDIDATES])


def _first_mention(path: str, readme: str) -> int:
    folder = path.rpartition("/")[0]
    places = [readme.find(words) for words in (path, f"{folder}/" if folder else path)]
    return min((place for place in places if place >= 0), default=len(readme))
