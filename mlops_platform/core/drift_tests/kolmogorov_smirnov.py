"""Kolmogorov-Smirnov statistic: the largest gap between both distribution functions.

KS = max |F_ref(x) − F_cur(x)| over all x, 0 to 1, exact, for columns that have an order. Missing
values are left out. It is the statistic of `scipy.stats.ks_2samp`, not its p-value: with many rows
a p-value rejects every difference.
Source: Smirnov, Table for estimating the goodness of fit of empirical distributions (1948).
"""

import math

import numpy as np
from numpy.typing import NDArray

NAME = "kolmogorov_smirnov"
MEDIUM, HIGH = 0.15, 0.30


def measure(
    reference_at_or_below: NDArray[np.int64],
    current_at_or_below: NDArray[np.int64],
    reference_rows: int,
    current_rows: int,
) -> float | None:
    """Return the largest gap at points that hold it, or None when a side has no rows.

    Both arrays, shape (points,), count the rows at or below the same points. The gap is exact when
    the points hold every value at which it is largest; see `core/drift/counting.py`.
    Raises ValueError when the shapes differ.
    """
    if reference_at_or_below.shape != current_at_or_below.shape:
        raise ValueError("Both sides need the same points.")
    if min(reference_rows, current_rows) < 1:
        return None
    gaps = reference_at_or_below / reference_rows - current_at_or_below / current_rows
    return float(np.max(np.abs(gaps), initial=0.0))


def noise_floor(reference_rows: int, current_rows: int, error_rate: float) -> float:
    """Return what two samples of these sizes from one distribution pass with this probability.

    Smirnov's limit √(−ln(α/2)/2 · (1/n_ref + 1/n_cur)); it errs on the safe side for few rows and
    for ties. Infinite where a side has no rows.
    """
    if min(reference_rows, current_rows) < 1:
        return float("inf")
    spread = 1 / reference_rows + 1 / current_rows
    return math.sqrt(-math.log(error_rate / 2) / 2 * spread)
