import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from mlops_platform.core.drift.ranks import TUKEY, rank_shifts

COLUMNS = st.lists(st.one_of(st.integers(-3, 3), st.floats(-1e6, 1e6)), min_size=1, max_size=40)


def at_or_below(side, points):
    return np.searchsorted(np.sort(side), points, side="right").astype(np.int64)


def shifts(reference, current, points=None):
    points = np.unique([*reference, *current]) if points is None else np.asarray(points)
    return rank_shifts(at_or_below(reference, points), at_or_below(current, points))


def shift(reference, current, points=None):
    return shifts(reference, current, points).place


def by_brute_force(reference, current, area):
    """Score every row by the mean of the scores of all ranks that its value holds."""
    pooled = np.concatenate([reference, current])
    rows = pooled.size
    if rows < 3:
        return 0.0
    by_rank = np.diff([area(share) for share in np.arange(rows + 1) / rows]) * rows
    order = np.sort(pooled)
    scores = np.array([by_rank[order == value].mean() for value in pooled])
    spread = scores.var(ddof=1) * len(reference) * len(current) / rows
    found = (scores[len(reference) :] - scores.mean()).sum()
    return as_normal(found / math.sqrt(spread), rows) if spread > 1e-20 else 0.0


def as_normal(found, rows):
    """Take the deviation as a correlation, whose tails are Student's."""
    freedom = rows - 2
    left = rows - 1 - found**2
    if left < 1e-6:
        return None
    student = found * math.sqrt(freedom / left)
    return float(np.sign(found)) * stats.norm.isf(stats.t.sf(abs(student), freedom))


def place_area(share):
    return share ** (1 + TUKEY) + (1 - share) ** (1 + TUKEY)


def spread_area(share):
    return (share - 0.5) ** 3


@settings(deadline=None)
@given(COLUMNS, COLUMNS)
def test_it_agrees_with_brute_force_over_ties(reference, current):
    found = shifts(reference, current)
    for one, area in zip(found, (place_area, spread_area), strict=True):
        expected = by_brute_force(reference, current, area)
        if expected is not None and math.isfinite(expected):
            # The way from Student's t to normal is an approximation (Wallace 1959).
            assert one == pytest.approx(expected, rel=0.01, abs=0.08)


def test_the_order_of_the_points_does_not_matter():
    random = np.random.default_rng(3)
    reference, current = random.normal(size=50), random.normal(0.4, 1, 70)
    points = np.concatenate([[10.0], current, [-10.0], reference, reference])
    assert shift(reference, current, points) == pytest.approx(shift(reference, current), abs=1e-12)


def test_a_side_that_spreads_wider_is_told_by_its_sign_and_not_by_its_place():
    random = np.random.default_rng(4)
    narrow, wide = random.normal(size=200), random.normal(size=200) * 1.6
    assert shifts(narrow, wide).spread > 4
    assert shifts(wide, narrow).spread < -4
    assert abs(shift(narrow, wide)) < 2


def test_the_sign_tells_the_direction():
    low, high = np.arange(30.0), np.arange(30.0) + 20
    assert shift(low, high) > 4
    assert shift(high, low) == pytest.approx(-shift(low, high))


@pytest.mark.parametrize(("first", "second"), [([], []), ([], [1.0]), ([1.0], []), ([2.0], [2.0])])
def test_without_a_difference_to_see_it_is_zero(first, second):
    assert shift(first, second) == 0


def test_the_scores_are_those_of_van_der_waerden():
    ranks = (np.arange(400) + 0.5) / 400
    scores = ranks**TUKEY - (1 - ranks) ** TUKEY
    assert np.corrcoef(scores, stats.norm.ppf(ranks))[0, 1] > 0.9999


@pytest.mark.parametrize(("first", "second"), [(90, 30), (12, 12)])
@pytest.mark.parametrize("question", ["place", "spread"])
def test_chance_passes_its_quantile_as_often_as_it_should(question, first, second):
    random = np.random.default_rng(1)
    points = np.arange(float(first + second))
    found = []
    for _ in range(6000):
        dealt = random.permutation(points)
        found.append(abs(getattr(shifts(dealt[:first], dealt[first:], points), question)))
    for error_rate, margin in ((0.05, 0.011), (0.01, 0.005)):
        passed = np.mean(np.array(found) > stats.norm.isf(error_rate / 2))
        assert passed == pytest.approx(error_rate, abs=margin)
