import pytest
from scipy import stats

from mlops_platform.core.drift.chance import (
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
