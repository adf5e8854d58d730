"""One column: what it holds, and what is odd about it."""

import math
import re
from typing import NamedTuple

import polars as pl

from mlops_platform.core.dataset_profile import ColumnKind, ColumnProfile
from mlops_platform.core.facts.tables.personal_data import find_personal_data, is_named_personal
from mlops_platform.core.facts.tables.values import (
    COMMA_NUMBER,
    DATETIME,
    INFINITE,
    INTEGER,
    MISSING_IN_ANY_CASE,
    NUMBER,
    UUID,
)

MOSTLY = 0.95
"""A column is of numbers or dates when at most one cell in twenty is something else."""

FEW_VALUES = 50
"""At most so many different texts are categories, whatever their length."""

FEWEST_IDENTIFIERS = 20
"""With fewer rows, all values can differ by chance."""

FAR_OUT = 3.0
"""Tukey's outer fences: so many interquartile ranges beyond the quartiles."""

_TRUTHS = (
    *({"true", "false"}, {"yes", "no"}, {"t", "f"}, {"y", "n"}, {"0", "1"}),
    *({"0.0", "1.0"},),
)
_IDENTIFYING_NAME = re.compile(
    r"(?:^|[^a-z])(?:id|uuid|guid|key|index|row_?number|row_?num|rowid|pk)$|^unnamed: ?0$"
)


_MISSING = sorted(MISSING_IN_ANY_CASE)
_BEGIN_DATES = sorted("0123456789")
_BEGIN_NUMBERS = sorted("0123456789.+-iI")
"""Signs; most texts begin with another, and need no look at their whole."""


class Column(NamedTuple):
    """A column made ready: `cells` is text with missing as null, `numbers` its numeric view."""

    cells: pl.Series
    numbers: pl.Series | None
    is_nested: bool = False
    is_dated: bool = False


def ready(series: pl.Series, *, has_comma_numbers: bool = False) -> Column:
    """Put away the spellings of nothing, and look for numbers."""
    kind = series.dtype
    if kind == pl.Boolean or kind.is_numeric():
        cells = series.cast(pl.String)
        numbers = series.cast(pl.Float64)
        return Column(cells.set(cells == "NaN", None), numbers.fill_nan(None))
    if kind.is_temporal():
        return Column(series.cast(pl.Int64).cast(pl.String), None, is_dated=True)
    if kind.is_nested() or kind == pl.Object:
        return Column(series.map_elements(repr, pl.String), None, is_nested=True)
    if kind == pl.Binary:
        return Column(series.bin.encode("hex"), None, is_nested=True)
    cells = series.cast(pl.String).str.strip_chars()
    cells = cells.set(cells.is_in(_MISSING), None)
    if has_comma_numbers and cells.str.contains(COMMA_NUMBER).all() and cells.count():
        cells = cells.str.replace(",", ".", literal=True)
    return Column(cells, _numbers(cells))


def _numbers(cells: pl.Series) -> pl.Series | None:
    known = cells.count()
    quick = cells.cast(pl.Float64, strict=False)
    if known and quick.count() == known:
        return quick
    if not known or cells.str.slice(0, 1).is_in(_BEGIN_NUMBERS).sum() < MOSTLY * known:
        return None
    is_number = cells.str.contains(NUMBER) | cells.str.contains(INFINITE)
    if is_number.sum() < MOSTLY * known:
        return None
    return cells.set(~is_number, None).str.strip_prefix("+").cast(pl.Float64, strict=False)


def profile_column(name: str, column: Column) -> ColumnProfile:
    """Describe one column."""
    known = column.cells.drop_nulls()
    distinct = known.n_unique()
    kind = _kind(name, column, known, distinct)
    numbers = column.numbers
    found: dict[str, object] = {}
    if numbers is not None and kind is not ColumnKind.CONSTANT:
        found = _of_numbers(numbers, kind) | {"odd_cells": known.len() - numbers.count()}
    elif kind is ColumnKind.DATETIME and not column.is_dated:
        found = {"odd_cells": int((~known.str.contains(DATETIME)).sum())}
    is_read = not (column.is_nested or column.is_dated)
    return ColumnProfile.model_validate(
        {
            "name": name,
            "kind": kind,
            "missing_cells": column.cells.null_count(),
            "distinct_values": distinct,
            "personal_data": find_personal_data(column.cells, numbers) if is_read else (),
            "is_named_personal": is_named_personal(name),
        }
        | found
    )


def _kind(name: str, column: Column, known: pl.Series, distinct: int) -> ColumnKind:
    if distinct <= 1:
        return ColumnKind.CONSTANT if distinct else ColumnKind.EMPTY
    if column.is_nested or column.is_dated:
        return ColumnKind.NESTED if column.is_nested else ColumnKind.DATETIME
    if distinct == len(_TRUTHS[0]) and {each.lower() for each in known.unique()} in _TRUTHS:
        return ColumnKind.BOOLEAN
    if _identifies(name, column, known, distinct):
        return ColumnKind.IDENTIFIER
    return _kind_of_many(column, known, distinct)


def _kind_of_many(column: Column, known: pl.Series, distinct: int) -> ColumnKind:
    if column.numbers is not None:
        is_whole = known.cast(pl.Int64, strict=False).count() >= MOSTLY * known.len()
        return ColumnKind.INTEGER if is_whole else ColumnKind.NUMERIC
    if _are_dates(known):
        return ColumnKind.DATETIME
    few = max(FEW_VALUES if distinct <= known.len() / 2 else 0, known.len() // 20)
    return ColumnKind.CATEGORICAL if distinct <= few else ColumnKind.TEXT


def _are_dates(known: pl.Series) -> bool:
    most = MOSTLY * known.len()
    return (
        known.str.slice(0, 1).is_in(_BEGIN_DATES).sum() >= most
        and known.str.contains(DATETIME).sum() >= most
    )


def _identifies(name: str, column: Column, known: pl.Series, distinct: int) -> bool:
    """Another value in every row: under a name that says so, counted through, or UUIDs."""
    rows = known.len()
    if distinct < rows or rows < max(FEWEST_IDENTIFIERS, column.cells.len()):
        return False
    if known.str.contains(UUID).all():
        return True
    is_whole = bool(known.str.contains(INTEGER).all())
    is_named = bool(_IDENTIFYING_NAME.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()))
    if column.numbers is None or not is_whole:
        return is_named and column.numbers is None
    return is_named or bool((column.numbers.diff().drop_nulls() == 1).all())


def _of_numbers(numbers: pl.Series, kind: ColumnKind) -> dict[str, object]:
    known = numbers.drop_nulls()
    finite = known.filter(known.is_finite())
    counts: dict[str, object] = {"infinite_cells": known.len() - finite.len()}
    if not finite.len() or kind is ColumnKind.IDENTIFIER:
        return counts
    if kind in {ColumnKind.NUMERIC, ColumnKind.INTEGER}:
        counts["outlying_cells"] = _outlying(finite)
        counts["has_fractions"] = bool((finite != finite.round()).any())
    return counts | {
        "mean": _number(finite.mean()),
        "standard_deviation": _number(finite.std()),
    }


def _outlying(finite: pl.Series) -> int:
    low = finite.quantile(0.25, "linear")
    high = finite.quantile(0.75, "linear")
    if low is None or high is None or not math.isfinite(reach := FAR_OUT * (high - low)):
        return 0
    return int(((finite < low - reach) | (finite > high + reach)).sum()) if reach else 0


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, float) and math.isfinite(value) else None
