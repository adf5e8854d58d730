"""Values that hold no other value: places, marks, names, and what chooses or tells something."""

from typing import NamedTuple

from mlops_platform.core.facts.flow.rows import Rows


class Place(NamedTuple):
    """A line of a file; in a notebook, a line of a cell of the document."""

    path: str
    line: int
    cell: int | None = None


class Learned(NamedTuple):
    """What went into a value: statistics of `rows`, fitted at `place`, for one purpose.

    `columns` are the only columns that it went into, None where it went into all; `about` is the
    column that the statistic is of, where that matters. `is_sure`: on all ways through the program.
    """

    purpose: str
    api: str
    place: Place
    rows: Rows
    columns: frozenset[str] | None = None
    about: str = ""
    is_sure: bool = True


OWN_ROW = "own_row"
"""Of a column named by `about`: each row holds something of its own value of that column."""


class Columns(NamedTuple):
    """The columns of a table: all but these, or only these."""

    names: frozenset[str]
    is_all_but: bool

    def holds(self, name: str) -> bool:
        """Tell whether a column is among them."""
        return (name in self.names) != self.is_all_but


WHOLE = Columns(frozenset(), is_all_but=True)


class Selector(NamedTuple):
    """What chooses some rows: a mask or positions. Another side of the same split has none."""

    split: int
    side: str


class Names(NamedTuple):
    """Names of columns, or a table about columns, and what went into the choice of them."""

    learned: frozenset[Learned] = frozenset()


class EachRow(NamedTuple):
    """The position of any row: what a dataset is asked by."""


EACH_ROW = EachRow()


class Loss(NamedTuple):
    """A function of a library that compares outputs with targets."""

    api: str


class Scores(NamedTuple):
    """A number, or numbers, that tell how good something is: the events that measured it.

    `best_at`: the best of them was taken there, which chooses nothing until it is looked up.
    `is_ranked`: something in the order of its scores, which chooses nothing until one is taken.
    """

    events: tuple[int, ...]
    best_at: Place | None = None
    is_ranked: bool = False


class Api(NamedTuple):
    """A module, class or function from outside the repository, by its dotted name."""

    name: str


class Constant(NamedTuple):
    """A literal: text, number, bool or None."""

    value: str | int | float | bool | None


class Unknown(NamedTuple):
    """Something of which nothing is known but that it is always the same thing."""

    serial: int


class Folds(NamedTuple):
    """A splitter such as KFold."""

    api: str
    is_shuffled: bool = False
    keeps_groups: bool = False
