"""Compares one column of a table with what is kept of it since a model learned from it."""

import numpy as np
import polars as pl
from msgspec.structs import replace

from mlops_platform.core.compare_column import (
    NUMBERS_ROWS,
    TIME_MOVES,
    measured_feature,
    of_names,
    of_order,
    retyped_feature,
)
from mlops_platform.core.drift.columns import (
    Runs,
    is_mostly_numbers,
    is_row_number,
    kind_of,
    lengths,
    numbers,
    table_runs,
)
from mlops_platform.core.drift.hashed_categories import categories_against
from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.ordered_counts import count_against
from mlops_platform.core.drift.result import FeatureDrift
from mlops_platform.core.drift.tables import Table
from mlops_platform.core.drift.training_profile import ProfiledColumn
from mlops_platform.core.measure_column import Sides, Sizes
from mlops_platform.core.report.escaping import one_line

BY_LENGTH = "measured by its length in characters; its words are not kept"
ONLY_MISSING = "only missing values"
LONGEST_TYPE = 40


def compare_with_profile(column: ProfiledColumn, current: Table, sizes: Sizes) -> FeatureDrift:
    """Measure one column. Raises UnreadableTableError where its cells cannot be read."""
    runs, of = table_runs(current, column.name), current.types[column.name]
    kind, notes = _settled(column, runs, of)
    if kind is None:
        gone = sum(series.null_count() for series in runs())
        return retyped_feature(column.name, (column.missing, gone), notes)
    sides, shown, said = _sides(column, kind, runs)
    if sides is None:
        sides = _known_only(column, runs, sizes)
    reason = _passes_by_itself(column, kind, runs)
    found = measured_feature(column.name, shown, sides, sizes)
    told = notes + said + reason
    return replace(found, is_counted=not reason, notes=told, histogram=None)


def _settled(
    column: ProfiledColumn, runs: Runs, of: pl.DataType
) -> tuple[Kind | None, tuple[str, ...]]:
    now = kind_of(of, of)
    if of == pl.Null or column.kind is now:
        return column.kind, ()
    if {column.kind, now} == {Kind.NUMBER, Kind.BOOLEAN}:
        return Kind.NUMBER, ()
    before, after = (one_line(str(each), LONGEST_TYPE) for each in (column.type, of))
    types = f"{before} in the reference, {after} now"
    if {column.kind, now} == {Kind.NUMBER, Kind.TEXT}:
        are_numbers = column.numbers if now is Kind.NUMBER else is_mostly_numbers(runs)
        if are_numbers:
            return Kind.NUMBER, (f"{types}; what is not a number counts as missing",)
    return None, (f"type changed: {types}",)


def _sides(
    column: ProfiledColumn, kind: Kind, runs: Runs
) -> tuple[Sides | None, Kind, tuple[str, ...]]:
    """Return the sides, the kind to show, and notes; no sides where only gaps are kept."""
    if kind is Kind.NUMBER and column.numbers:
        return of_order(count_against(column.numbers, numbers(runs))), kind, ()
    if kind is Kind.TEXT and column.lengths:
        return of_order(count_against(column.lengths, lengths(runs))), kind, (BY_LENGTH,)
    if kind in (Kind.TEXT, Kind.BOOLEAN) and column.categories:
        shown = kind if kind is Kind.BOOLEAN else Kind.CATEGORY
        return of_names(categories_against(column.categories, runs)), shown, ()
    return None, kind, (ONLY_MISSING,)


def _known_only(column: ProfiledColumn, runs: Runs, sizes: Sizes) -> Sides:
    known = sum(series.len() - series.null_count() for series in runs())
    return Sides(np.array([sizes.reference_rows - column.missing]), np.array([known]), ("known",))


def _passes_by_itself(column: ProfiledColumn, kind: Kind, runs: Runs) -> tuple[str, ...]:
    if kind is Kind.DATETIME:
        return (TIME_MOVES,)
    if kind is Kind.NUMBER and column.is_row_number and is_row_number(runs):
        return (NUMBERS_ROWS,)
    return ()
