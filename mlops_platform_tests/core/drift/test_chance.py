import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from mlops_platform.core.drift.chance import (
    chi_square,
    chi_square_quantile,
    error_rate_per_column,
    normal_quantile,
)


@pytest.mark.parametrize("freedom", [1, 2, 5, 9, 19, 49])
@pytest.mark.parametrize("error_rate", [0.05, 0.005, 0.0001])
def test_the_chi_square_quantile_is_within_five_percent(freedom, error_rate):
    exact = stats.chi2.isf(error_rate, freedom)
    assert chi_square_quantile(freedom, error_rate) == pytest.approx(exact, rel=0.05)


def test_without_freedom_nothing_is_passed():
    assert chi_square_quantile(0, 0.05) == 0.0


def test_the_normal_quantile_is_exact():
    assert normal_quantile(0.025) == pytest.approx(stats.norm.isf(0.025), abs=1e-12)


@pytest.mark.parametrize("columns", [1, 5, 5000])
def test_all_columns_together_keep_the_error_rate(columns):
    assert 1 - (1 - error_rate_per_column(columns)) ** columns == pytest.approx(0.05)


ROWS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=12)


@settings(deadline=None)
@given(ROWS)
def test_chi_square_is_the_smaller_of_scipys_two(rows):
    counts = np.array([row for row in rows if sum(row)], dtype=np.int64).reshape(-1, 2)
    assume(len(counts) > 1 and counts.sum(axis=0).all())
    smaller = min(
        stats.chi2_contingency(counts, correction=False, lambda_=name).statistic
        for name in ("pearson", "log-likelihood")
    )
    assert chi_square(counts[:, 0], counts[:, 1]) == pytest.approx(smaller, abs=1e-9)


@pytest.mark.parametrize("sides", [([0, 0], [3, 4]), ([3, 4], [0, 0])])
def test_an_empty_side_differs_from_nothing(sides):
    assert chi_square(*(np.array(side) for side in sides)) == 0


@pytest.mark.parametrize("sizes", [(100, 100), (100, 10_000), (10_000, 100)])
def test_chi_square_passes_its_quantile_no_more_often_than_it_may(sizes):
    random = np.random.default_rng(5)
    shares = [0.5, 0.25, 0.15, 0.07, 0.03]
    drawn = [random.multinomial(rows, shares, 20_000) for rows in sizes]
    floor = chi_square_quantile(4, 0.01)
    passed = [
        chi_square(one[occupied], other[occupied]) > floor
        for one, other in zip(*drawn, strict=True)
        for occupied in [(one + other) > 0]
    ]
    assert np.mean(passed) < 0.0125
