"""Missingness: how far the share of missing values moved, in either direction.

Missing is null, NaN, an infinite number, and what could not be read as the type of the column.
The measure is |m_cur − m_ref| of the shares of missing rows, 0 to 1.
"""

import math

from mlops_platform.core.drift.chance import normal_quantile

NAME = "missingness"
MEDIUM, HIGH = 0.05, 0.20
"""A model that never saw a gap meets one in 20 rows, or in 5."""


def measure(
    reference_missing: int, current_missing: int, reference_rows: int, current_rows: int
) -> float | None:
    """Return the distance of both shares, or None when a side has no rows."""
    if min(reference_rows, current_rows) < 1:
        return None
    return abs(current_missing / current_rows - reference_missing / reference_rows)


def noise_floor(
    reference_missing: int,
    current_missing: int,
    reference_rows: int,
    current_rows: int,
    error_rate: float,
) -> float:
    """Return what two samples of one share of missing rows pass with this probability.

    Two-sided test of two proportions with the pooled share and Yates' continuity correction (1934).
    Infinite where a side has no rows.
    """
    if min(reference_rows, current_rows) < 1:
        return float("inf")
    spread = 1 / reference_rows + 1 / current_rows
    pooled = (reference_missing + current_missing) / (reference_rows + current_rows)
    return normal_quantile(error_rate / 2) * math.sqrt(pooled * (1 - pooled) * spread) + spread / 2
