"""What is kept of the table that a model learned from: counts between quantiles, and no cell.

It stands in for the table when drift is measured, long after the table is gone.
"""

import itertools
from typing import Literal

from pydantic import Field, FiniteFloat, model_validator

from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.sections.monitoring_health import Source

FEWEST_ROWS = 50
"""Of a smaller table, quantiles would be single cells."""

MOST_COLUMNS = 500
MOST_POINTS = 110
BUCKETS = 512


class OrderedCounts(Frozen):
    """Known values, counted at or below points: quantiles of them. `tenths` are among the points.

    About twenty rows or more lie between two points, fewer only between tenths of a small table.
    """

    rows: int = Field(ge=0)
    points: tuple[FiniteFloat, ...] = Field(max_length=MOST_POINTS)
    at_or_below: tuple[int, ...] = Field(max_length=MOST_POINTS)
    tenths: tuple[FiniteFloat, ...] = Field(max_length=9)

    @model_validator(mode="after")
    def _is_a_distribution(self) -> "OrderedCounts":
        ascending = all(low < high for low, high in itertools.pairwise(self.points))
        counts = (0, *self.at_or_below, self.rows)
        grows = all(low <= high for low, high in itertools.pairwise(counts))
        if not ascending or not grows or len(self.points) != len(self.at_or_below):
            raise ValueError("these are no counts of a distribution")
        if not set(self.tenths) <= set(self.points):
            raise ValueError("tenths are points")
        return self


class HashedCounts(Frozen):
    """Categories, counted by the bucket that the hash of their name with this salt falls into.

    `buckets` are (bucket, rows), sorted. `rows` are all known cells.
    """

    salt: int = Field(ge=0)
    rows: int = Field(ge=0)
    buckets: tuple[tuple[int, int], ...] = Field(max_length=BUCKETS)

    @model_validator(mode="after")
    def _adds_up(self) -> "HashedCounts":
        places = [place for place, _ in self.buckets]
        if places != sorted(set(places)) or not all(0 <= place < BUCKETS for place in places):
            raise ValueError("these are no buckets")
        counts = [rows for _, rows in self.buckets]
        if sum(counts) != self.rows or min(counts, default=0) < 0:
            raise ValueError("the buckets do not hold all rows")
        return self


class ProfiledColumn(Frozen):
    """One column. Which counts it has depends on what it holds; texts may have several.

    `numbers` are its values, or what its texts say as numbers; `lengths` those of free texts.
    """

    name: str
    kind: Kind
    type: str
    missing: int = Field(ge=0)
    is_row_number: bool = False
    numbers: OrderedCounts | None = None
    lengths: OrderedCounts | None = None
    categories: HashedCounts | None = None


class TrainingProfile(Frozen):
    """A table that a model learned from. `sha256` is of its file, "" for a folder."""

    version: Literal[1] = 1
    table: str
    sha256: str
    rows: int = Field(ge=FEWEST_ROWS)
    columns: tuple[ProfiledColumn, ...] = Field(max_length=MOST_COLUMNS)

    @model_validator(mode="after")
    def _holds_its_columns(self) -> "TrainingProfile":
        for column in self.columns:
            parts = (column.numbers, column.lengths, column.categories)
            counted = [column.missing, *(part.rows for part in parts if part)]
            if max(counted) > self.rows:
                raise ValueError("a column has more rows than the table")
        return self


class ProfileAnswer(Frozen):
    """The profile, or why there is none."""

    profile: TrainingProfile | None = None
    failure: str = ""


class TableToKeep(Frozen):
    """Which table of a checkout to profile."""

    path: str


class SinceTraining(Frozen):
    """A current table to compare with the profile of a model version, which `model` names."""

    source: Source
    model: str
    profile: TrainingProfile
    current: str
    target: str | None = None
