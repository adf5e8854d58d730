"""A column against its profile gives what it gives against the table itself."""

import datetime as dt

import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.profile_table import profile_table
from mlops_platform.core.drift.tables import Table
from mlops_platform.core.measure_drift import compare_tables
from mlops_platform.core.observe_since_training import compare_with_training

RANDOM = np.random.default_rng(17)
ROWS = 400
DAYS = [dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(ROWS)]
CITIES = ("north", "south", "east", "west", None)


def table(cells, name="data/train.csv"):
    frame = pl.DataFrame({"c": cells}, strict=False)
    return Table(name, frame.lazy(), dict(frame.schema), frame.height)


def both(reference, current):
    """Return the column against the table, and against its profile."""
    reference, current = table(reference), table(current, "now.csv")
    exact = compare_tables(reference, current)
    kept = compare_with_training(profile_table(reference), current)
    assert kept.health == exact.health
    return exact.features[0], kept.features[0]


def drawn(shares, rows=ROWS):
    return [CITIES[n] for n in RANDOM.choice(5, rows, p=shares)]


PAIRS = {
    "numbers": (RANDOM.normal(size=ROWS), RANDOM.normal(size=ROWS)),
    "shifted": (RANDOM.normal(size=ROWS), RANDOM.normal(0.7, 1, 300)),
    "whole": (RANDOM.poisson(3, ROWS), RANDOM.poisson(5, 350)),
    "gaps": ([*RANDOM.normal(size=300), *[None] * 100], RANDOM.normal(size=ROWS)),
    "constant": ([1.5] * ROWS, [1.5] * 200 + [2.0] * 100),
    "cities": (drawn([0.2] * 5), drawn([0.2] * 5)),
    "moved": (drawn([0.3, 0.3, 0.2, 0.1, 0.1]), drawn([0.1, 0.1, 0.2, 0.3, 0.3], 300)),
    "flags": ([n % 2 == 0 for n in range(ROWS)], [n % 5 == 0 for n in range(ROWS)]),
    "never known": ([None] * ROWS, [None] * 300),
    "lists": ([[1]] * ROWS, [[1], None] * 150),
    "gone": (RANDOM.normal(size=ROWS), [None] * 300),
}


@pytest.mark.parametrize("name", PAIRS)
def test_measures_floors_and_levels_are_those_of_the_table(name):
    exact, kept = both(*PAIRS[name])
    assert (kept.kind, kept.level, kept.is_counted) == (exact.kind, exact.level, exact.is_counted)
    assert (kept.reference_missing, kept.current_missing) == (
        exact.reference_missing,
        exact.current_missing,
    )
    assert [bin_.reference_share for bin_ in kept.bins] == pytest.approx(
        [bin_.reference_share for bin_ in exact.bins]
    )
    for one, other in zip(kept.measures, exact.measures, strict=True):
        assert (one.test, one.noise_floor) == (other.test, other.noise_floor)
        if one.test == "kolmogorov_smirnov":
            assert other.value - 0.05 <= one.value <= other.value
        else:
            assert one.value == pytest.approx(other.value, abs=1e-12)


def test_dates_count_for_their_gaps_only():
    exact, kept = both(DAYS, DAYS[100:])
    assert not exact.is_counted
    assert (kept.kind, kept.is_counted) == ("datetime", False)
    assert {measure.test for measure in kept.measures} >= {"missingness"}
    assert "time moves on" in kept.notes[-1]


def test_row_numbers_do_not_count():
    _, kept = both(list(range(ROWS)), list(range(9000, 9300)))
    assert not kept.is_counted
    assert both(list(range(ROWS)), RANDOM.permutation(300))[1].is_counted


def test_free_texts_are_compared_by_length():
    texts = [f"order {n} of a customer" for n in range(ROWS)]
    longer = [f"{text}, who {'wrote ' * 9}" for text in texts]
    _, kept = both(texts, longer)
    assert (kept.kind, kept.level) == ("text", "high")
    assert kept.notes == ("measured by its length in characters; its words are not kept",)


@pytest.mark.parametrize(
    ("reference", "current", "level"),
    [
        ([str(n % 9) if n % 5 else "many" for n in range(ROWS)], list(range(300)), "high"),
        ([float(n % 9) for n in range(ROWS)], [str(n % 9) for n in range(300)], "none"),
        ([n % 2 for n in range(ROWS)], [n % 2 == 0 for n in range(300)], "none"),
        ([n % 2 == 0 for n in range(ROWS)], [n % 2 for n in range(300)], "none"),
    ],
)
def test_other_types_that_say_the_same_are_compared(reference, current, level):
    exact, kept = both(reference, current)
    assert kept.kind == "number"
    assert exact.level == kept.level == level


@pytest.mark.parametrize(
    ("reference", "current"),
    [
        ([1.5, 2.5] * 200, ["north"] * 300),
        (["north"] * ROWS, [1.5] * 300),
        (DAYS, [1.5] * 300),
        ([[1]] * ROWS, [1.5] * 300),
    ],
)
def test_another_type_is_a_high_drift_without_measures(reference, current):
    exact, kept = both(reference, current)
    assert (kept.level, kept.measures, kept.is_counted) == ("high", (), True)
    assert kept.notes[0].split(":")[0] == exact.notes[0].split(":")[0] == "type changed"


def test_columns_of_one_side_are_told():
    reference = profile_table(table([1.5] * ROWS))
    frame = pl.DataFrame({"other": [1.0] * 60})
    current = Table("now.csv", frame.lazy(), dict(frame.schema), 60)
    found = compare_with_training(reference, current)
    assert (found.only_in_reference, found.only_in_current) == (("c",), ("other",))
    assert found.classification == "schema_change"
