import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.drift.counting import count
from mlops_platform.core.drift.ordered_counts import count_against, ordered_counts
from mlops_platform.core.drift_tests import kolmogorov_smirnov

RANDOM = np.random.default_rng(5)
NUMBERS = st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=60)


def chunks(values, parts=1):
    return lambda: iter(np.array_split(np.asarray(values, dtype=np.float64), parts))


def gap(counted):
    first, second = counted.reference, counted.current
    return kolmogorov_smirnov.measure(
        first.at_or_below, second.at_or_below, first.rows, second.rows
    )


@given(NUMBERS, NUMBERS)
def test_bins_are_those_of_the_table_itself(reference, current):
    exact = count(chunks(reference), chunks(current), max(len(reference), len(current)))
    kept = count_against(ordered_counts(chunks(reference)), chunks(current, 3))
    assert kept.edges.tolist() == exact.edges.tolist()
    for side in ("reference", "current"):
        one, other = getattr(kept, side), getattr(exact, side)
        assert (one.rows, one.bins.tolist()) == (other.rows, other.bins.tolist())
    if reference and current:
        assert gap(kept) <= gap(exact) + 1e-12


@pytest.mark.parametrize(("rows", "step"), [(100, 0.1), (400, 0.05), (5000, 0.01)])
def test_a_gap_is_too_small_by_no_more_than_one_step(rows, step):
    reference, current = RANDOM.normal(size=rows), RANDOM.normal(0.5, 1.5, rows)
    kept = count_against(ordered_counts(chunks(reference)), chunks(current))
    exact = count(chunks(reference), chunks(current), rows)
    assert gap(exact) - step - 1 / rows <= gap(kept) <= gap(exact)


def test_points_hold_about_twenty_rows_between_them():
    for rows, most in ((150, 9), (1000, 49), (100_000, 99)):
        found = ordered_counts(chunks(RANDOM.normal(size=rows)))
        assert len(found.points) <= most + 9
        assert len(found.tenths) == 9
    assert np.diff(found.at_or_below).min() >= 20


def test_no_extreme_is_kept():
    values = RANDOM.normal(size=500)
    values[7], values[9] = 4711.5, -4711.5
    found = ordered_counts(chunks(values))
    assert max(map(abs, found.points)) < 5


def test_a_constant_has_three_bins():
    found = ordered_counts(chunks([3.0] * 60))
    counted = count_against(found, chunks([1.0, 3.0, 3.0, 9.0]))
    assert counted.current.bins.tolist() == [1, 2, 1]
    assert counted.reference.bins.tolist() == [0, 60, 0]


def test_nothing_has_one_bin():
    found = ordered_counts(chunks([]))
    assert (found.rows, found.points) == (0, ())
    assert count_against(found, chunks([1.0, 2.0])).current.bins.tolist() == [2]


def test_coarse_points_name_nobody_and_count_exactly():
    numbers = np.arange(600_123_456, 600_123_456 + 7919 * 300, 7919, dtype=np.float64)
    found = ordered_counts(chunks(numbers), is_coarse=True)
    assert not set(found.points) & set(numbers)
    below = [int((numbers <= point).sum()) for point in found.points]
    assert list(found.at_or_below) == below


def test_the_largest_numbers_there_are():
    values = np.array([-1.7e308, 1.7e308] * 40)
    found = ordered_counts(chunks(values))
    assert np.isfinite(found.points).all()
    assert count_against(found, chunks(values)).current.rows == 80
