"""The state of one run: its names, its log, its budget, and who evaluates what."""

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mlops_platform.core.facts.flow.changes import Cell, Kept, State, Trail
from mlops_platform.core.facts.flow.events import Deed, Event
from mlops_platform.core.facts.flow.knowledge import Knowledge, knowledge
from mlops_platform.core.facts.flow.plain_values import Learned, Place, Unknown
from mlops_platform.core.facts.flow.rows import Rows, RowSet
from mlops_platform.core.facts.flow.values import (
    Bound,
    Data,
    Estimator,
    Module,
    Scope,
    Value,
)

MOST_STEPS = 40_000
MOST_EVENTS = 2_000
DEEPEST_CALL = 8
DEEPEST_RECURSION = 3


class OverBudgetError(Exception):
    """The program is too large to be followed; its text is the reason."""


class Arguments(NamedTuple):
    """The values of a call's arguments; `nodes` are the positional ones as written."""

    positional: tuple[Value, ...]
    keywords: Mapping[str, Value]
    nodes: tuple[ast.expr, ...] = ()

    def get(self, position: int, *names: str) -> Value | None:
        """Return an argument by its position or one of its names."""
        for name in names:
            if name in self.keywords:
                return self.keywords[name]
        return self.positional[position] if position < len(self.positional) else None

    def every(self) -> list[Value]:
        """Return all arguments in order."""
        return [*self.positional, *self.keywords.values()]


class Machine:
    """One run of one program."""

    def __init__(self, evaluators: "Evaluators", place: Callable[[str, int], Place]) -> None:
        self.evaluators = evaluators
        self.known: Knowledge = knowledge()
        self.place_at = place
        self.scope = Scope()
        self.path = ""
        self.line = 1
        self.steps = 0
        self.log: list[Event] = []
        self.calls: list[int] = []
        self.returned: list[Value] = []
        self.called: set[int] = set()
        self.files: dict[str, Value] = {}
        self.row_names: dict[Rows, set[str]] = {}
        self.removed: set[tuple[Rows, str]] = set()
        self.stars: dict[str, list[str]] = {}
        self.counters: set[str] = set()
        self.loops = 0
        self.outputs: dict[int, tuple[Unknown, Data]] = {}
        self.networks: dict[int, Estimator] = {}
        self.trails: list[Trail] = []
        self.gone: list[Trail] = []
        self.is_raised = False
        self.is_shown = False
        self.shown: set[Place] = set()
        self.perhaps_none: dict[int, Value] = {}
        self._serial = 0
        self._keyed: dict[tuple[object, ...], int] = {}
        self._unknown_data: dict[int, Data] = {}
        self._unknown_estimators: dict[int, Estimator] = {}

    def evaluate(self, node: ast.expr) -> Value:
        """Return what an expression is worth here and now."""
        self.step()
        return self.evaluators.evaluate(self, node)

    def execute(self, statements: Sequence[ast.stmt]) -> bool:
        """Run statements; tell whether the end was reached."""
        return self.evaluators.execute(self, statements)

    def call(self, function: Value, arguments: Arguments) -> Value:
        """Call a value."""
        self.step()
        return self.evaluators.call(self, function, arguments)

    def call_bound(self, owner: Value, method: str, arguments: Arguments) -> Value:
        """Call a method of a value."""
        return self.call(Bound(owner, method), arguments)

    def module(self, path: str, name: str, level: int, member: str | None) -> Module | Value | None:
        """Return a file of the repository as a module, or a member of one; None if it is none."""
        return self.evaluators.find_module(self, path, name, level, member)

    def step(self) -> None:
        """Count one step. Raises OverBudgetError."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise OverBudgetError(f"took more than {MOST_STEPS} steps")

    def fresh(self) -> int:
        """Return a new serial."""
        self._serial += 1
        return self._serial

    def keyed(self, *key: object) -> int:
        """Return a serial that is the same for the same key."""
        if key not in self._keyed:
            self._keyed[key] = self.fresh()
        return self._keyed[key]

    def unknown(self) -> Unknown:
        """Return something of which nothing is known."""
        return Unknown(self.fresh())

    def source(self, *key: object) -> Rows:
        """Return the rows of a source."""
        return frozenset({RowSet(self.keyed("source", *key))})

    def here(self) -> Place:
        """Return the place that is being run."""
        return self.place_at(self.path, self.line)

    def event(self, deed: Deed, api: str) -> Event:
        """Return an event here, to be completed and noted."""
        return Event(len(self.log), deed, self.here(), api)

    def note(self, event: Event) -> int:
        """Write an event into the log; return its serial. Raises OverBudgetError."""
        if len(self.log) >= MOST_EVENTS:
            raise OverBudgetError(f"more than {MOST_EVENTS} events")
        self.log.append(event)
        if self.is_shown:
            self.shown.add(event.place)
        return event.serial

    def names_of(self, rows: Rows) -> tuple[str, ...]:
        """Return what the program calls these rows."""
        return tuple(sorted(self.row_names.get(rows, ())))

    def as_data(self, value: Value | None) -> Data | None:
        """Return a value as data; something unknown may be data of its own."""
        if isinstance(value, Unknown):
            if value.serial not in self._unknown_data:
                rows = self.source("unknown", value.serial)
                self._unknown_data[value.serial] = Data(rows)
            return self._unknown_data[value.serial]
        return value if isinstance(value, Data) else None

    def as_estimator(self, value: Unknown) -> Estimator:
        """Return something unknown as the estimator that it may be."""
        if value.serial not in self._unknown_estimators:
            made = Estimator("", (), is_model=True, place=self.here())
            self._unknown_estimators[value.serial] = made
        return self._unknown_estimators[value.serial]

    def change(self, cell: Cell, kept: State | Value) -> None:
        """Put something into a cell; where ways part, what it held before is kept."""
        if self.trails:
            self.remember(cell, cell.read())
        cell.write(kept)

    def remember(self, cell: Cell, kept: Kept) -> None:
        """Keep what a cell held before the way that is being walked."""
        for trail in self.trails[-1:]:
            trail.setdefault(cell, kept)

    def fit_by(
        self, estimator: Estimator, event: int, learned: frozenset[Learned] = frozenset()
    ) -> None:
        """Say that an estimator's last fit is this event."""
        self.change(Cell(estimator), State((event,), learned))


class Evaluators(NamedTuple):
    """Who evaluates, executes, calls and imports; they know the machine, it knows only these."""

    evaluate: Callable[[Machine, ast.expr], Value]
    execute: Callable[[Machine, Sequence[ast.stmt]], bool]
    call: Callable[[Machine, Value, Arguments], Value]
    find_module: Callable[[Machine, str, str, int, str | None], Value | None]
