"""Seasons: whether the current rows look like those of the reference from the same time of year.

What returns every year is no reason to train again: a model that saw a whole year has learned it.
"""

from typing import NamedTuple

import polars as pl

from mlops_platform.core.drift.result import FeatureDrift, Level
from mlops_platform.core.drift.tables import Table

FEWEST_ROWS = 20
FEWEST_DAYS = 330
"""A reference of fewer days did not see a year."""
MOST_DAYS = 150
"""A current table of more days has no season of its own."""
MARGIN_DAYS = 10
YEAR = 366
HALF = 0.5
"""What is left of the drift against the same season, at most, if the season is its cause."""

SHAPES = ("kolmogorov_smirnov", "jensen_shannon")
"""What tells how far a feature moved: by its order, else by its categories."""


class SameSeason(NamedTuple):
    """The reference's rows from the current season, and the column that tells the time."""

    column: str
    table: Table


def same_season(reference: Table, current: Table) -> SameSeason | None:
    """Return the rows of the reference from the same time of the year.

    None without dates, or where the reference saw no year. Raises UnreadableTableError.
    """
    column = next(
        (
            name
            for name, of in reference.types.items()
            if of in (pl.Date, pl.Datetime) and current.types.get(name) in (pl.Date, pl.Datetime)
        ),
        None,
    )
    if column is None:
        return None
    before, now = (table.read([column])[column].cast(pl.Date) for table in (reference, current))
    first, last = now.min(), now.max()
    if first is None or last is None or _days(before) < FEWEST_DAYS or _days(now) > MOST_DAYS:
        return None
    start = pl.Series([first]).dt.ordinal_day()[0] - MARGIN_DAYS
    day = pl.col(column).cast(pl.Date).dt.ordinal_day().cast(pl.Int32)
    same = reference.frame.filter((day - start) % YEAR <= _days(now) + 2 * MARGIN_DAYS)
    narrowed = reference._replace(frame=same)
    rows = narrowed.read([column]).height
    if not FEWEST_ROWS <= rows < reference.rows:
        return None
    return SameSeason(column, narrowed._replace(rows=rows))


def is_explained(against_all: list[FeatureDrift], against_season: list[FeatureDrift]) -> bool:
    """Tell whether the season is the cause: against it no feature drifts, and half of it is gone.

    The second condition is there because few rows of one season could hide what is left.
    """
    drifted = {f.name: f for f in against_all if f.is_counted and f.level is not Level.NONE}
    same = [feature for feature in against_season if feature.name in drifted]
    if not drifted or any(f.is_counted and f.level is not Level.NONE for f in against_season):
        return False
    before = [_shape(feature) for feature in drifted.values()]
    after = [_shape(feature) for feature in same]
    return len(after) == len(before) and sum(after) <= HALF * sum(before)


def _shape(feature: FeatureDrift) -> float:
    values = {measure.test: measure.value for measure in feature.measures}
    return next((values[test] for test in SHAPES if test in values), 1.0)


def _days(dates: pl.Series) -> int:
    days = dates.drop_nulls().cast(pl.Int32)
    return int(days[int(days.arg_max() or 0)] - days[int(days.arg_min() or 0)]) if len(days) else 0
