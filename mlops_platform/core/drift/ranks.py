"""Tells whether one side ranks higher, or spreads wider, by tests that see small changes best.

Every row scores by its rank among both sides. For the place, so that scores spread like a normal
distribution: for a shift of the mean this is nowhere less efficient than Student's t test, whatever
the distribution of the column (Chernoff and Savage 1958; van der Waerden 1952). For the spread, by
the square of its distance from the middle (Mood 1954).
"""

import math
from typing import NamedTuple

import numpy as np

from mlops_platform.core.drift.buckets import Counts, Values

TUKEY = 0.14
"""Scores are u^λ − (1 − u)^λ for a rank at share u (Tukey's lambda); with this λ their correlation
with normal scores is 0.99999, and they need no inverse of the normal distribution."""

MIDDLE = 0.5
FEWEST_ROWS = 3


class Shifts(NamedTuple):
    """How far the current rows rank higher and spread wider, in deviations of chance.

    Negative for lower and narrower. Without drift each is standard normal, nearly.
    """

    place: float
    spread: float


def rank_shifts(reference_at_or_below: Counts, current_at_or_below: Counts) -> Shifts:
    """Return both shifts; they are 0 where a side has no rows or all are equal.

    Both arrays, shape (points,), count the rows at or below the same points; rows between two
    points are taken as equal, and share their mean score.
    """
    both = reference_at_or_below + current_at_or_below
    order = np.argsort(both, kind="stable")
    is_new = np.diff(both[order], prepend=0) > 0
    below, current_below = both[order][is_new], current_at_or_below[order][is_new]
    rows, current = (int(ends[-1]) if ends.size else 0 for ends in (below, current_below))
    if current in (0, rows) or rows < FEWEST_ROWS:
        return Shifts(0.0, 0.0)
    groups, current_groups = (np.diff(ends, prepend=0) for ends in (below, current_below))
    shares = np.concatenate([[0.0], below / rows])
    found = (
        _shift(np.diff(area) * rows / groups, groups, current_groups)
        for area in (_place_area(shares), _spread_area(shares))
    )
    return Shifts(*found)


def _shift(scores: Values, groups: Counts, current_groups: Counts) -> float:
    """Return how far the scores of the current rows are from what dealing all rows anew gives."""
    rows, current = int(groups.sum()), int(current_groups.sum())
    centred = scores - float(groups @ scores) / rows
    variance = current * (rows - current) / (rows * (rows - 1)) * float(groups @ centred**2)
    if variance <= 0:
        return 0.0
    return _as_normal(float(current_groups @ centred) / math.sqrt(variance), rows)


def _as_normal(shift: float, rows: int) -> float:
    """Return the standard normal value that is passed as often.

    Dealing rows anew, a shift has mean 0 and variance 1, but it is bounded: its tails are those of
    a correlation of normal samples, hence of Student's t with rows − 2 degrees of freedom (Pitman
    1937), brought to normal by Wallace (1959). Taken as normal itself, a shift of three deviations
    among 100 rows would count for less than it is.
    """
    freedom = rows - 2
    left = max(rows - 1 - shift**2, np.finfo(np.float64).tiny)
    size = math.sqrt(freedom * math.log((rows - 1) / left))
    return math.copysign(size * (8 * freedom + 1) / (8 * freedom + 3), shift)


def _place_area(shares: Values) -> Values:
    """Integrate the scores up to a share of the ranks, but for a constant."""
    return np.asarray(shares ** (1 + TUKEY) + (1 - shares) ** (1 + TUKEY), dtype=np.float64)


def _spread_area(shares: Values) -> Values:
    return np.asarray((shares - MIDDLE) ** 3, dtype=np.float64)
