import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from mlops_platform.core.drift.ranks import TUKEY, rank_shift

COLUMNS = st.lists(st.one_of(st.integers(-3, 3), st.floats(-1e6, 1e6)), min_size=1, max_size=40)


def at_or_below(side, points):
    return np.searchsorted(np.sort(side), points, side="right").astype(np.int64)


def shift(reference, current, points=None):
    points = np.unique([*reference, *current]) if points is None else np.asarray(points)
    return rank_shift(at_or_below(reference, points), at_or_below(current, points))


def by_brute_force(reference, current):
    """Score every row by the mean of the scores of all ranks that its value holds."""
    pooled = np.concatenate([reference, current])
    rows = pooled.size
    areas = [
        share ** (1 + TUKEY) + (1 - share) ** (1 + TUKEY) for share in np.arange(rows + 1) / rows
    ]
    by_rank = np.diff(areas) * rows
    order = np.sort(pooled)
    scores = np.array([by_rank[order == value].mean() for value in pooled])
    spread = scores.var(ddof=1) * len(reference) * len(current) / rows
    return scores[len(reference) :].sum() / math.sqrt(spread) if spread > 1e-20 else 0.0


@settings(deadline=None)
@given(COLUMNS, COLUMNS)
def test_it_agrees_with_brute_force_over_ties(reference, current):
    expected = by_brute_force(reference, current)
    assert shift(reference, current) == pytest.approx(expected, abs=1e-9)


def test_the_order_of_the_points_does_not_matter():
    random = np.random.default_rng(3)
    reference, current = random.normal(size=50), random.normal(0.4, 1, 70)
    points = np.concatenate([[10.0], current, [-10.0], reference, reference])
    assert shift(reference, current, points) == pytest.approx(shift(reference, current), abs=1e-12)


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


def test_chance_passes_its_quantile_as_often_as_it_should():
    random = np.random.default_rng(1)
    points = np.arange(120.0)
    found = []
    for _ in range(4000):
        dealt = random.permutation(points)
        found.append(abs(shift(dealt[:90], dealt[90:], points)))
    assert np.mean(np.array(found) > stats.norm.isf(0.025)) == pytest.approx(0.05, abs=0.011)
