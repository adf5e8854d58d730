"""Makes the profile of a table that is kept with a model: counts, and no cell of it."""

from collections.abc import Iterator

import polars as pl

from mlops_platform.core.drift.categories import MOST_CATEGORIES, MOSTLY_DIFFERENT
from mlops_platform.core.drift.columns import (
    Runs,
    is_mostly_numbers,
    is_row_number,
    kind_of,
    lengths,
    numbers,
)
from mlops_platform.core.drift.hashed_categories import hashed_counts, value_counts
from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.ordered_counts import ordered_counts
from mlops_platform.core.drift.tables import Table, UnreadableTableError
from mlops_platform.core.drift.training_profile import (
    FEWEST_ROWS,
    MOST_COLUMNS,
    ProfiledColumn,
    TrainingProfile,
)

MOST_ROWS = 32_000_000
"""A column of so many numbers is held in 256 MiB while its quantiles are found."""

LONGEST_TYPE = 40


def profile_table(table: Table, sha256: str = "") -> TrainingProfile:
    """Profile an open table by its shown name. Raises UnreadableTableError, also where it is unfit.

    The columns come in their order. Of dates, lists and structures only the gaps are counted.
    """
    if not FEWEST_ROWS <= table.rows <= MOST_ROWS or len(table.types) > MOST_COLUMNS:
        raise UnreadableTableError(
            f"{table.name} has {table.rows:,} rows and {len(table.types):,} columns; from"
            f" {FEWEST_ROWS} to {MOST_ROWS:,} rows and at most {MOST_COLUMNS} columns are kept."
        )
    if table.limit:
        raise UnreadableTableError(f"{table.name} is read in part only: {table.limit}.")
    columns = tuple(_column(table, name) for name in table.types)
    return TrainingProfile(table=table.name, sha256=sha256, rows=table.rows, columns=columns)


def _column(table: Table, name: str) -> ProfiledColumn:
    series = table.read([name])[name]
    of = table.types[name]
    kind = kind_of(of, of) or Kind.OTHER

    def runs() -> Iterator[pl.Series]:
        return iter([series])

    known: dict[str, object] = {"name": name, "kind": kind, "type": str(of)[:LONGEST_TYPE]}
    known |= {"missing": series.null_count()}
    if kind in (Kind.NUMBER, Kind.BOOLEAN):
        known |= _of_numbers(runs, series)
    if kind in (Kind.TEXT, Kind.BOOLEAN):
        known |= _of_names(runs, kind)
    return ProfiledColumn.model_validate(known)


def _of_numbers(runs: Runs, series: pl.Series) -> dict[str, object]:
    # Whole numbers that all differ may be those of people, accounts, telephones.
    is_coarse = series.dtype.is_integer() and series.n_unique() == series.len()
    counted = ordered_counts(numbers(runs), is_coarse=is_coarse)
    return {
        "numbers": counted,
        "missing": series.len() - counted.rows,
        "is_row_number": is_row_number(runs),
    }


def _of_names(runs: Runs, kind: Kind) -> dict[str, object]:
    values = value_counts(runs)
    found: dict[str, object] = {"categories": hashed_counts(values)}
    known = int(values["rows"].sum())
    if kind is Kind.TEXT and values.height > max(MOST_CATEGORIES, MOSTLY_DIFFERENT * known):
        # Names that mostly differ are names of somebody; how long they are is not.
        return {"lengths": ordered_counts(lengths(runs))}
    if kind is Kind.TEXT and known and is_mostly_numbers(runs):
        found["numbers"] = ordered_counts(numbers(runs))
    return found
