"""What an expression may be worth: rows of data, estimators, splitters, containers, functions."""

import ast
from typing import NamedTuple

from mlops_platform.core.facts.flow.plain_values import (
    Api,
    Columns,
    Constant,
    EachRow,
    Folds,
    Learned,
    Loss,
    Names,
    Place,
    Scores,
    Selector,
    Unknown,
)
from mlops_platform.core.facts.flow.rows import NO_ROWS, Rows


class Data(NamedTuple):
    """Rows of data, by where they come from. `predicted_by` are fits whose predictions these are.

    `is_summary`: statistics of the rows, not the rows; `is_single`: one column as a vector;
    `is_part_view`: `.loc` or `.iloc`, which is subscripted by rows first; `is_batch`: features
    and targets together, as loaders give them; `is_labels`: classes, not how sure they are.
    `made_by` is the network whose outputs these are, whether it was fitted yet or not.
    """

    rows: Rows
    learned: frozenset[Learned] = frozenset()
    columns: Columns | None = None
    predicted_by: tuple[int, ...] = ()
    is_summary: bool = False
    is_single: bool = False
    is_part_view: bool = False
    is_compared: bool = False
    is_batch: bool = False
    is_labels: bool = False
    made_by: "Estimator | None" = None


class Grouped(NamedTuple):
    """Rows by groups, of which one column may have been chosen."""

    data: Data
    about: str = ""


class Rolling(NamedTuple):
    """Rows looked at through a window that moves over them."""

    data: Data


class Bound(NamedTuple):
    """A method of a value, not yet called."""

    owner: "Value"
    method: str


class Partial(NamedTuple):
    """A function with some of its arguments."""

    function: "Value"
    positional: "tuple[Value, ...]"
    keywords: "tuple[tuple[str, Value], ...]"


class Listing:
    """A list, tuple or set; it grows by `append`, so that it is no value but a thing."""

    def __init__(self, items: "list[Value]") -> None:
        self.items = items


class Table:
    """A dict: what is known by literal keys, and what came in by others."""

    def __init__(self) -> None:
        self.entries: dict[str, Value] = {}
        self.others: list[Value] = []

    def values(self) -> "list[Value]":
        """Return everything in it."""
        return [*self.entries.values(), *self.others]


class Estimator:
    """Something that is fitted: `fits` are the events that may have fitted it last."""

    def __init__(
        self, api: str, purposes: tuple[str, ...], *, is_model: bool, place: Place
    ) -> None:
        self.api = api
        self.purposes = purposes
        self.is_model = is_model
        self.place = place
        self.is_composite = False
        self.is_classifier = False
        self.is_network = False
        self.stops_early = False
        self.folds: Value | None = None
        self.fits: tuple[int, ...] = ()
        self.learned: frozenset[Learned] = frozenset()


class Scope:
    """Names and their values; a function's scope looks into the one around it."""

    def __init__(self, outer: "Scope | None" = None) -> None:
        self.names: dict[str, Value] = {}
        self.outer = outer

    def lookup(self, name: str) -> "Value | None":
        """Return a name's value here or around here."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        return None


class Function(NamedTuple):
    """A function of the repository, the scope and the file in which it was defined."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    path: str


DEEPEST_BASE = 8


class Class:
    """A class of the repository: its members, and its bases."""

    def __init__(self, name: str, members: "dict[str, Value]", bases: "list[Value]") -> None:
        self.name = name
        self.members = members
        self.bases = bases

    def find(self, name: str, depth: int = 0) -> "Value | None":
        """Return a member of the class or of a base within the repository."""
        if name in self.members:
            return self.members[name]
        for base in self.bases:
            found = (
                base.find(name, depth + 1)
                if isinstance(base, Class) and depth < DEEPEST_BASE
                else None
            )
            if found is not None:
                return found
        return None

    def has_base(self, names: frozenset[str], depth: int = 0) -> bool:
        """Tell whether a class from outside the repository is a base, or a base's base."""
        return any(
            (isinstance(base, Api) and base.name in names)
            or (
                isinstance(base, Class) and depth < DEEPEST_BASE and base.has_base(names, depth + 1)
            )
            for base in self.bases
        )


class Instance:
    """An object of a class of the repository; `inner` stands for what its foreign base does."""

    def __init__(self, of: Class, inner: Estimator) -> None:
        self.of = of
        self.inner = inner
        self.attributes: dict[str, Value] = {}


class Module(NamedTuple):
    """A file of the repository, imported."""

    scope: Scope


Value = (
    Data
    | Selector
    | Names
    | Grouped
    | Rolling
    | Loss
    | Partial
    | Scores
    | Api
    | EachRow
    | Constant
    | Unknown
    | Bound
    | Listing
    | Table
    | Estimator
    | Folds
    | Function
    | Class
    | Instance
    | Module
)


def blank(rows: Rows = NO_ROWS) -> Data:
    """Return data of which only the rows are known."""
    return Data(rows)
