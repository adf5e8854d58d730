import datetime as dt

import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.season import is_explained, same_season
from mlops_platform.core.drift.tables import Table
from mlops_platform.core.measure_drift import compare_tables


def table(frame):
    return Table("drawn", frame.lazy(), dict(frame.schema), frame.height)


def drawn(seed, start, days, rows=1000, offset=0.0):
    random = np.random.default_rng(seed)
    day = np.sort(random.integers(0, days, rows))
    dates = [start + dt.timedelta(days=int(each)) for each in day]
    warmth = np.array([-np.cos(2 * np.pi * each.timetuple().tm_yday / 365) for each in dates])
    return table(
        pl.DataFrame({"day": dates, "warmth": 2 * warmth + offset + random.normal(size=rows)})
    )


YEAR = drawn(1, dt.date(2023, 1, 1), 364)
JULY = drawn(2, dt.date(2024, 7, 1), 30)
OTHER_JULY = drawn(2, dt.date(2024, 7, 1), 30, offset=2.5)


def explained(reference, current):
    season = same_season(reference, current)
    against = [compare_tables(each, current).features for each in (reference, season.table)]
    return is_explained(list(against[0]), list(against[1]))


def test_the_same_weeks_of_the_year_before_are_kept():
    season = same_season(YEAR, JULY)
    dates = season.table.read(["day"])["day"]
    assert season.column == "day"
    assert dates.dt.month().unique().sort().to_list() == [6, 7, 8]
    assert season.table.rows == dates.len()


def test_a_season_goes_over_the_turn_of_the_year():
    winter = drawn(3, dt.date(2023, 12, 20), 30)
    dates = same_season(YEAR, winter).table.read(["day"])["day"]
    assert dates.dt.month().unique().sort().to_list() == [1, 12]


def test_what_returns_every_year_is_explained():
    assert explained(YEAR, JULY)


def test_what_is_new_is_not():
    assert not explained(YEAR, OTHER_JULY)


@pytest.mark.parametrize(
    ("reference", "current"),
    [
        (drawn(1, dt.date(2023, 1, 1), 100), JULY),
        (YEAR, drawn(1, dt.date(2024, 1, 1), 300)),
        (drawn(1, dt.date(2023, 1, 1), 364, rows=60), JULY),
        (table(pl.DataFrame({"x": [1.0, 2.0]})), table(pl.DataFrame({"x": [1.0, 2.0]}))),
        (YEAR, drawn(1, dt.date(2024, 1, 1), 30)._replace(types={"warmth": pl.Float64()})),
    ],
)
def test_without_a_year_or_dates_nothing_is_said(reference, current):
    assert same_season(reference, current) is None


def test_dates_that_are_all_missing_say_nothing():
    empty = table(pl.DataFrame({"day": pl.Series([None, None], dtype=pl.Date), "warmth": [1.0, 2]}))
    assert same_season(YEAR, empty) is None
    assert same_season(empty, JULY) is None
