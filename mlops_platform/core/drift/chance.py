"""Quantiles of what chance alone shows, without scipy, whose import takes a second."""

import math
from statistics import NormalDist

ERROR_RATE = 0.05
"""Of a whole table: at most this share of tables without drift may raise an alarm."""


def error_rate_per_column(columns: int) -> float:
    """Return the error rate of one column that keeps the table at ERROR_RATE (Šidák)."""
    return -math.expm1(math.log1p(-ERROR_RATE) / max(columns, 1))


def normal_quantile(error_rate: float) -> float:
    """Return the standard normal value that is passed with this probability."""
    return -NormalDist().inv_cdf(error_rate)


def chi_square_quantile(freedom: int, error_rate: float) -> float:
    """Return the chi-square value that is passed with this probability; 0 without freedom.

    Wilson and Hilferty (1931), within 5 % of the exact value down to an error rate of 0.0001; one
    degree of freedom is exact, by the normal distribution.
    """
    if freedom < 1:
        return 0.0
    if freedom == 1:
        return normal_quantile(error_rate / 2) ** 2
    part = 2 / (9 * freedom)
    return freedom * (1 - part + normal_quantile(error_rate) * math.sqrt(part)) ** 3
