"""Where starting a file first trains, and first measures, a model."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.confidence import EVALUATION_WORDS, TRAIN_WORDS, words_of
from mlops_platform.core.profiling.gradient_steps import is_gradient_step
from mlops_platform.core.profiling.learning_calls import (
    FIT_METHODS,
    imports_learning,
    is_evaluation,
    is_training,
    may_evaluate,
    may_train,
)
from mlops_platform.core.profiling.local_names import Scope
from mlops_platform.core.profiling.reach import STARTED, Program, Visit
from mlops_platform.core.profiling.subcommands import Subcommand

HOOKS = re.compile(r"(^|\.)(training|validation|test|predict)_(step|epoch_end|end)$")
"""Lightning's hooks: what they measure is part of fitting."""

OWN_EVALUATION = re.compile(r"(^|[._])(eval|evaluate|evaluation|estimate|test|validate)(_\w+)?$")
"""Functions that measure with torch alone: named so, and switching the model to evaluation mode."""

MEASURING = re.compile(r"(^|[._])(score|evaluate|accuracy|metrics?|loss|f1|auc|mse|rmse|mae|bleu)$")
"""Calls that measure, in a file that is named after evaluation; elsewhere they may be anything."""

_MEASURED_BY_HAND = frozenset("eval evaluate evaluation model".split())
"""Names of files whose predictions are measured, be it by arithmetic."""

SWITCHES = frozenset({".eval", "torch.no_grad", "torch.inference_mode"})
WIDGETS = ("streamlit.", "panel.", "dash.")
"""Pages that show a number have a widget named `metric`."""

ROUTES = re.compile(r"\.(get|post|put|patch|delete|route|api_route|websocket)$")
SAYING = frozenset("print exit quit sys.exit logging.info logging.warning".split())
COMMAND_LIBRARIES = ("click.", "typer.", "hydra.")


class Step(NamedTuple):
    """A reached call, and how many files lie between it and the start."""

    path: str
    call: Call
    hops: int
    is_certain: bool


class StartedWork(NamedTuple):
    """What starting a file does; `is_startable` is False where starting it does nothing."""

    trains: Step | None
    evaluates: Step | None
    is_startable: bool


class WorkFinder:
    """Finds, for the files of one program, the work that starting them leads to."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._training: Mapping[Scope, Call] = _first_calls(program, _may_train, self._trains)
        self._evaluating: Mapping[Scope, Call] = _first_calls(program, _may_evaluate, _evaluates)
        working = {scope.path for scope in (*self._training, *self._evaluating)}
        self._leading = program.leading_to(sorted(working))

    def _trains(self, call: Call, file: SourceFile) -> bool:
        if is_training(call, file) or is_gradient_step(call, file):
            return True
        owner, _, method = call.name.rpartition(".")
        home = self._program.home_of_variable(file, owner) if method in FIT_METHODS else None
        return home is not None and imports_learning(home)

    def of_command(self, file: SourceFile, command: Subcommand) -> StartedWork:
        """Say where one of several commands of a file first trains and measures."""
        further = (*command.shared, command.scope)
        trains, evaluates = self._firsts(self._program.reach(file.path, STARTED, further))
        is_startable = file.main_line is not None or file.module_level_work
        return StartedWork(trains, evaluates, is_startable)

    def of(self, file: SourceFile) -> StartedWork:
        """Say where starting a file first trains and measures; its functions count where it may."""
        has_main = file.main_line is not None and not _is_idle_main(file)
        if file.path not in self._leading:
            return StartedWork(None, None, is_startable=has_main)
        trains, evaluates = self._firsts(self._program.reach(file.path, _started_scopes(file)))
        handed_on = self._program.handed_on(file) if not (trains and evaluates) else ()
        if handed_on:
            further = self._program.reach(file.path, (), handed_on)
            guessed = (visit._replace(is_certain=False) for visit in further)
            also_trains, also_evaluates = self._firsts(guessed)
            trains, evaluates = trains or also_trains, evaluates or also_evaluates
        is_startable = has_main or (file.module_level_work and bool(trains or evaluates))
        if has_main or not is_startable:
            own = (Scope(file.path, name) for name in dict.fromkeys(c.scope for c in file.calls))
            answering = _answers_requests(file)
            inside = (
                Visit(scope, 0, is_certain=False)
                for scope in own
                if scope.name not in STARTED and not (has_main and answering.match(scope.name))
            )
            also_trains, also_evaluates = self._firsts(inside)
            trains, evaluates = trains or also_trains, evaluates or also_evaluates
        return StartedWork(trains, evaluates, is_startable)

    def _firsts(self, visits: Iterable[Visit]) -> tuple[Step | None, Step | None]:
        trains = evaluates = None
        for visit in visits:
            trains = trains or _step(visit, self._training)
            evaluates = evaluates or _step(visit, self._evaluating)
            if trains and evaluates:
                break
        return trains, evaluates


def _step(visit: Visit, calls: Mapping[Scope, Call]) -> Step | None:
    call = calls.get(visit.scope)
    return Step(visit.scope.path, call, visit.hops, visit.is_certain) if call else None


def _first_calls(
    program: Program,
    may_be: Callable[[str], bool],
    is_wanted: Callable[[Call, SourceFile], bool],
) -> dict[Scope, Call]:
    """Return the first wanted call of every scope that has one; its name alone rules most out."""
    found: dict[Scope, Call] = {}
    for scope, calls in program.calls.items():
        for call in calls:
            if may_be(call.name) and is_wanted(call, program.files[scope.path]):
                found[scope] = call
                break
    return found


def _answers_requests(file: SourceFile) -> re.Pattern[str]:
    """Match the functions that a web server calls: who starts the server does not start them."""
    names = [
        entry.name
        for entry in file.definitions
        if any(ROUTES.search(name) for name in entry.decorators)
        and any(text and text.startswith("/") for text in entry.decorator_texts)
    ]
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?:\.|$)" if names else r"(?!)")


def _is_idle_main(file: SourceFile) -> bool:
    """Tell whether the main guard only says something: "this module is no script"."""
    names = [call.name for call in file.calls if call.scope == "__main__"]
    return bool(names) and all(name in SAYING for name in names)


def _started_scopes(file: SourceFile) -> tuple[str, ...]:
    decorated = (
        entry.name
        for entry in file.definitions
        if any(name.startswith(COMMAND_LIBRARIES) for name in entry.decorators)
    )
    return (*STARTED, *decorated, *_objectives(file))


def _objectives(file: SourceFile) -> tuple[str, ...]:
    """Return the functions that a search calls with each trial: they are handed on, not called."""
    if not any(call.name.endswith(".optimize") for call in file.calls):
        return ()
    return tuple(
        entry.name
        for entry in file.definitions
        if entry.kind == "function" and any(name == "trial" for name, _ in entry.parameters[:1])
    )


@cache
def _may_train(name: str) -> bool:
    return may_train(name) or name.rpartition(".")[2] in FIT_METHODS


@cache
def _may_evaluate(name: str) -> bool:
    is_told = may_evaluate(name) or name in SWITCHES or name.endswith(".predict")
    return is_told or (bool(MEASURING.search(name)) and not name.startswith(WIDGETS))


def _evaluates(call: Call, file: SourceFile) -> bool:
    is_measuring = is_evaluation(call, file) or _is_own_evaluation(call, file)
    return is_measuring and not HOOKS.search(call.scope)


def _is_own_evaluation(call: Call, file: SourceFile) -> bool:
    if call.name in SWITCHES and OWN_EVALUATION.search(call.scope):
        return True
    words = words_of(file.path)
    if not words & EVALUATION_WORDS or call.scope.rpartition(".")[2] in TRAIN_WORDS:
        return False
    if call.name.endswith(".predict") and words <= _MEASURED_BY_HAND:
        return imports_learning(file)
    is_named_so = bool(MEASURING.search(call.name)) and not call.name.startswith(WIDGETS)
    return call.name in SWITCHES or is_named_so
