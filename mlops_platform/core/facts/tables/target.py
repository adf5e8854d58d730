"""The column to predict: its classes, rows that contradict each other, columns that leak it."""

import math
from typing import NamedTuple

import polars as pl

from mlops_platform.core.dataset_profile import (
    ColumnKind,
    ColumnProfile,
    TargetLeak,
    TargetProfile,
)
from mlops_platform.core.facts.tables.columns import Column

NAMES = (
    *("target", "label", "labels", "class", "outcome", "y", "is_fraud", "churn", "churned"),
    *("survived", "diagnosis", "species"),
)
"""Names that columns to predict have in the field, surest first."""

LAST = frozenset({"class", "label", "target", "y", "outcome"})
MOST_CLASSES = 50
TWO = 2
"""Fewer classes, features or values tell nothing."""

FEWEST_ROWS = 50
"""In a smaller table two columns agree by chance."""

NEARLY_ALL = 0.999
EASY = 0.99
"""With a class as large as this, nearly everything tells it."""

NEARLY_ONE = 0.99999
_CLASSES = frozenset({ColumnKind.BOOLEAN, ColumnKind.CATEGORICAL, ColumnKind.INTEGER})
_COMPARED = frozenset({ColumnKind.NUMERIC}) | _CLASSES


class TargetName(NamedTuple):
    """A column name that is said to be the target; `confidence` is 0–1."""

    column: str
    source: str
    confidence: float


class TargetHints(NamedTuple):
    """What is known of the target: what the user said, and texts that the code names it by.

    `stated` are names for all tables, the first one first; each counts where a table has it.
    """

    given: TargetName | None = None
    by_code: frozenset[str] = frozenset()
    stated: tuple[TargetName, ...] = ()


def guess_target(names: tuple[str, ...]) -> TargetName | None:
    """Guess the target by its name alone; surer where it is the last column. None: unknown."""
    lowered = [name.strip().lower() for name in names]
    found = [name for name in NAMES if lowered.count(name) == 1]
    if not found or len(names) == 1:
        return None
    position = lowered.index(found[0])
    is_last = position == len(names) - 1
    confidence = 0.9 if is_last and found[0] in LAST else 0.7 if is_last or len(found) == 1 else 0.5
    return TargetName(names[position], "its name", confidence)


def find_target(
    names: tuple[str, ...], hints: TargetHints, *, has_names: bool
) -> TargetName | None:
    """Take what the user said, else what is stated, else the code; else guess by the name."""
    if hints.given or not has_names:
        return hints.given
    if stated := next((each for each in hints.stated if each.column in names), None):
        return stated
    said = [name for name in names if name in hints.by_code]
    if len(said) == 1 < len(names):
        return TargetName(said[0], "the code", 0.85)
    return guess_target(names)


def profile_target(
    said: TargetName, columns: dict[str, tuple[Column, ColumnProfile]]
) -> TargetProfile | None:
    """Describe the target; None where the table has no such column."""
    if said.column not in columns:
        return None
    column, profile = columns[said.column]
    others = {name: each for name, each in columns.items() if name != said.column}
    return TargetProfile(
        column=said.column,
        source=said.source,
        confidence=said.confidence,
        class_shares=_class_shares(column, profile),
        missing_cells=profile.missing_cells,
        conflicting_rows=_conflicting(column, profile, others),
        leaks=_leaks(column, profile, others),
    )


def is_of_classes(column: Column, profile: ColumnProfile) -> bool:
    """Tell whether the target is one of a few classes, not a quantity."""
    most = min(MOST_CLASSES, max(2, column.cells.count() // 5))
    return profile.kind in _CLASSES and TWO <= profile.distinct_values <= most


def _class_shares(column: Column, profile: ColumnProfile) -> tuple[float, ...]:
    if not is_of_classes(column, profile):
        return ()
    counts = column.cells.drop_nulls().value_counts()["count"].sort(descending=True)
    return tuple(round(count / counts.sum(), 6) for count in counts)


def _conflicting(
    target: Column, profile: ColumnProfile, others: dict[str, tuple[Column, ColumnProfile]]
) -> int | None:
    """Count rows whose features occur with another class too; identifiers are no features."""
    features = [
        column.cells.alias(f"f{position}")
        for position, (column, each) in enumerate(others.values())
        if each.kind not in {ColumnKind.IDENTIFIER, ColumnKind.CONSTANT, ColumnKind.EMPTY}
    ]
    if not is_of_classes(target, profile) or len(features) < TWO:
        return None
    rows = pl.DataFrame(
        [pl.DataFrame(features).hash_rows().alias("features"), target.cells.alias("target")]
    ).drop_nulls()
    groups = rows.group_by("features").agg(pl.col("target").n_unique(), pl.len())
    return int(groups.filter(pl.col("target") > 1)["len"].sum())


def _leaks(
    target: Column, profile: ColumnProfile, others: dict[str, tuple[Column, ColumnProfile]]
) -> tuple[TargetLeak, ...]:
    if target.cells.count() < FEWEST_ROWS or profile.distinct_values < TWO:
        return ()
    found = []
    for name, (column, each) in others.items():
        how = _how(target, profile, column, each) if each.kind in _COMPARED else None
        if how:
            found.append(TargetLeak(column=name, how=how))
    return tuple(found)


def _how(
    target: Column, profile: ColumnProfile, column: Column, other: ColumnProfile
) -> str | None:
    pairs = pl.DataFrame([target.cells.alias("y"), column.cells.alias("x")]).drop_nulls()
    if pairs.height < max(FEWEST_ROWS, target.cells.count() * 0.9):
        return None
    if (pairs["x"] == pairs["y"]).all():
        return "equal"
    if is_of_classes(target, profile):
        return _of_classes(pairs, other)
    if target.numbers is None or column.numbers is None:
        return None
    return "correlates" if _correlation(target.numbers, column.numbers) > NEARLY_ONE else None


def _of_classes(pairs: pl.DataFrame, other: ColumnProfile) -> str | None:
    """Look for a few values that tell the class; many values tell it by chance."""
    if other.distinct_values > pairs.height / 20:
        return None
    counts = pairs.group_by("x", "y").len()
    values, classes = counts["x"].n_unique(), counts["y"].n_unique()
    if min(values, classes) < TWO:
        return None
    if counts.height == values == classes:
        return "one_to_one"
    told = counts.group_by("x").agg(pl.col("len").max())["len"].sum() / pairs.height
    largest = counts.group_by("y").agg(pl.col("len").sum())["len"].max()
    is_easy = isinstance(largest, int) and largest / pairs.height > EASY
    return "determines" if told >= NEARLY_ALL and not is_easy else None


def _correlation(one: pl.Series, other: pl.Series) -> float:
    pairs = pl.DataFrame([one.alias("x"), other.alias("y")]).drop_nulls()
    pairs = pairs.filter(pl.col("x").is_finite() & pl.col("y").is_finite())
    value = pairs.select(pl.corr("x", "y")).item() if pairs.height >= FEWEST_ROWS else None
    return abs(value) if isinstance(value, float) and math.isfinite(value) else 0.0
