"""Jensen-Shannon divergence: how well one row's side could be told from its bin.

JS = (KL(P‖M) + KL(Q‖M)) / 2 with M = (P + Q) / 2, logarithm to base 2: 0 is equal, 1 is disjoint.
This is the divergence; SciPy's and Evidently's `jensenshannon` is its square root.
Source: Lin, Divergence measures based on the Shannon entropy (1991).
"""

import math

import numpy as np
from numpy.typing import NDArray

from mlops_platform.core.drift.chance import chi_square_quantile

NAME = "jensen_shannon"
MEDIUM, HIGH = 0.10, 0.20
"""A change of most bins by half, and of most bins by more than twice."""

SMOOTHING = 0.5
"""The same as PSI's, so that both speak of the same shares."""


def measure(reference: NDArray[np.int64], current: NDArray[np.int64]) -> float:
    """Return the divergence of two rows of counts over the same bins, shape (bins,) each.

    Half a row is added to every bin on both sides; no bins at all give 0. Always within 0 and 1.
    Raises ValueError when the shapes differ.
    """
    if reference.shape != current.shape:
        raise ValueError("Both sides need the same bins.")
    expected, seen = _shares(reference), _shares(current)
    middle = (expected + seen) / 2
    total = np.sum(expected * np.log2(expected / middle) + seen * np.log2(seen / middle)) / 2
    return min(1.0, max(0.0, float(total)))


def noise_floor(reference_rows: int, current_rows: int, bins: int, error_rate: float) -> float:
    """Return what two samples of these sizes from one distribution pass with this probability.

    Near equality JS · 8 · ln 2 is about PSI, so about chi-square with bins − 1 degrees of freedom
    times 1/n_ref + 1/n_cur (Lin 1991, by a Taylor series). Infinite where a side has no rows.
    """
    if min(reference_rows, current_rows) < 1:
        return float("inf")
    spread = 1 / reference_rows + 1 / current_rows
    return spread * chi_square_quantile(bins - 1, error_rate) / (8 * math.log(2))


def _shares(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    smoothed = counts + SMOOTHING
    return np.asarray(smoothed / max(smoothed.sum(), SMOOTHING), dtype=np.float64)
