"""Summaries of statsmodels state how well a model fits the data that it was fitted to."""

import pytest

from mlops_platform.core.metric_sources import (
    printed_pairs,
    spaced_pairs,
    statsmodels_summaries,
)
from mlops_platform_tests.core.metric_sources.sources import said, stated

OLS = """
                            OLS Regression Results
==============================================================================
Dep. Variable:                  Sales   R-squared:                       0.816
Model:                            OLS   Adj. R-squared:                  0.814
Method:                 Least Squares   F-statistic:                     611.2
Date:                Wed, 27 May 2020   Prob (F-statistic):           1.52e-52
Time:                        10:00:00   Log-Likelihood:                -321.12
No. Observations:                 140   AIC:                             646.2
Df Residuals:                     138   BIC:                             652.1
Df Model:                           1
Covariance Type:            nonrobust
==============================================================================
                 coef    std err          t      P>|t|      [0.025      0.975]
------------------------------------------------------------------------------
const          6.9487      0.385     18.068      0.000       6.188       7.709
==============================================================================
Omnibus:                        0.027   Durbin-Watson:                   2.196
Skew:                          -0.006   Prob(JB):                        0.928
==============================================================================
"""
FITS = [
    ("R-squared", 0.816),
    ("Adj. R-squared", 0.814),
    ("Log-Likelihood", -321.12),
    ("AIC", 646.2),
    ("BIC", 652.1),
]


def test_the_first_block_of_a_summary_states_the_fit() -> None:
    assert stated(statsmodels_summaries, OLS) == FITS
    assert {one.split for one in said(statsmodels_summaries, OLS)} == {"train"}


def test_a_summary_is_read_by_this_source_alone() -> None:
    assert stated(printed_pairs, OLS) == []
    assert stated(spaced_pairs, OLS) == []


def test_each_summary_is_read() -> None:
    assert len(stated(statsmodels_summaries, f"{OLS}\nnext\n{OLS}")) == 2 * len(FITS)


@pytest.mark.parametrize(
    "text",
    [
        OLS.replace("R-squared:  ", "R-squared (uncentered):  ").partition("Date:")[0],
        OLS.replace("OLS Regression Results", "Sales of May"),
        "Final Results\n\nR-squared:        0.8\n",
        "OLS Regression Results\n" + "=" * 30 + "\n" + "=" * 30 + "\nAIC:    3.0\n",
    ],
)
def test_what_only_looks_alike_states_nothing(text: str) -> None:
    assert stated(statsmodels_summaries, text) == []


def test_an_aligned_line_of_ones_own_is_still_a_pair() -> None:
    assert stated(printed_pairs, "  R-squared:       0.82") == [("R-squared", 0.82)]
