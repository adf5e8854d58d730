import json

import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.hashed_categories import (
    categories_against,
    hashed_counts,
    value_counts,
)
from mlops_platform.core.drift.training_profile import BUCKETS

WEIGHTS = [(f"name {n}", 400 - 7 * n) for n in range(49)]
CELLS = [name for name, rows in WEIGHTS for _ in range(rows)]


def runs(cells):
    series = pl.Series("c", cells, dtype=pl.String)
    return lambda: iter([series.slice(0, 3), series.slice(3)])


def hashed(cells):
    return hashed_counts(value_counts(runs(cells)))


def test_frequent_names_have_a_bucket_each():
    found = hashed(CELLS)
    assert sorted(rows for _, rows in found.buckets) == sorted(rows for _, rows in WEIGHTS)
    assert found.rows == len(CELLS)


def test_the_same_years_later():
    """The numbers are written down: what is stored must be found again by a later version."""
    found = hashed(["north"] * 3 + ["south"] * 2 + [None])
    assert (found.salt, found.rows) == (0, 5)
    assert found.buckets == PINNED


PINNED = ((253, 2), (468, 3))


def test_both_sides_are_counted_over_the_same_buckets():
    found = categories_against(hashed(["a"] * 30 + ["b"] * 20), runs(["b"] * 25 + ["new"] * 15))
    assert not found.has_others
    assert list(zip(found.reference, found.current, strict=True)) == [(20, 25), (30, 0), (0, 15)]
    assert (found.unseen_categories, found.unseen_rows) == (1, 15)


def test_thin_buckets_are_put_together():
    found = categories_against(hashed(["a"] * 30 + ["b", "c", "d"]), runs(["a"] * 30))
    assert found.reference.tolist() == [30, 3]
    assert found.has_others


def test_many_names_stay_small_and_add_up():
    cells = [f"id {n % 3000}" for n in range(9000)]
    found = hashed(cells)
    assert len(found.buckets) <= BUCKETS
    against = categories_against(found, runs(cells))
    assert against.reference.tolist() == against.current.tolist()
    assert against.reference.sum() == 9000


def test_no_name_is_kept():
    text = json.dumps(hashed(["hunter2"] * 60 + ["odd \x00"]).model_dump(mode="json"))
    assert "hunter" not in text
    assert "odd" not in text


@pytest.mark.parametrize("cells", [[], [None, None]])
def test_nothing_is_nothing(cells):
    found = hashed(cells)
    assert (found.rows, found.buckets) == (0, ())
    assert categories_against(found, runs([])).reference.tolist() == []
    assert categories_against(found, runs(["x"])).current.tolist() == [1]


def test_counts_are_whole_numbers():
    assert hashed(CELLS).buckets[0][1] == int(np.int64(hashed(CELLS).buckets[0][1]))
