"""Ordered values as counts at quantiles, and the counts of other values at the same points."""

import numpy as np

from mlops_platform.core.drift.buckets import Chunks, Counts, Values
from mlops_platform.core.drift.counting import TENTHS, Counted, Side
from mlops_platform.core.drift.training_profile import OrderedCounts

ROWS_BETWEEN = 20
MOST_PARTS = 100
FEWEST_PARTS = 10
COARSE_DIGITS = 3
NO_BARS = np.zeros(0, dtype=np.int64)


def ordered_counts(chunks: Chunks, *, is_coarse: bool = False) -> OrderedCounts:
    """Count values at their own quantiles; the tenths are those of `core/drift/counting.py`.

    `is_coarse` rounds the points to three digits, so that none is a number that names somebody.
    """
    values = np.sort(np.concatenate([*chunks(), np.empty(0)]))
    if not values.size:
        return OrderedCounts(rows=0, points=(), at_or_below=(), tenths=())
    tenths = _quantiles(values, TENTHS, is_coarse=is_coarse)
    if tenths.size == 1:
        # A constant has three bins: below, equal, above.
        tenths = np.array([np.nextafter(tenths[0], -np.inf), tenths[0]])
    parts = int(np.clip(values.size // ROWS_BETWEEN, FEWEST_PARTS, MOST_PARTS))
    finer = _quantiles(values, np.arange(1, parts) / parts, is_coarse=is_coarse)
    points = np.union1d(tenths, finer)
    below = np.searchsorted(values, points, side="right")
    return OrderedCounts(
        rows=values.size,
        points=tuple(points.tolist()),
        at_or_below=tuple(below.tolist()),
        tenths=tuple(tenths.tolist()),
    )


def count_against(stored: OrderedCounts, current: Chunks) -> Counted:
    """Count current values over the points and bins of stored ones.

    Gaps are seen at the points only: the statistic is at most a step between two points too small.
    """
    points = np.array(stored.points)
    between = np.zeros(points.size + 1, dtype=np.int64)
    for values in current():
        # A value at a point is at or below it.
        places = np.searchsorted(points, values, side="left")
        between += np.bincount(places, minlength=points.size + 1)
    below = np.cumsum(between)
    edges = np.array(stored.tenths)
    known = np.array([*stored.at_or_below, stored.rows], dtype=np.int64)
    return Counted(
        reference=_side(known, points, edges),
        current=_side(below, points, edges),
        edges=edges,
        low=0.0,
        high=0.0,
    )


def _side(at_or_below: Counts, points: Values, edges: Values) -> Side:
    rows = int(at_or_below[-1])
    at_edges = at_or_below[np.searchsorted(points, edges)] if edges.size else NO_BARS
    bins = np.diff(at_edges, prepend=0, append=rows)
    return Side(rows, at_or_below, bins, NO_BARS)


def _quantiles(values: Values, shares: Values, *, is_coarse: bool) -> Values:
    with np.errstate(over="ignore", invalid="ignore"):
        found = np.quantile(values, shares)
    lower = np.quantile(values, shares, method="lower")
    found = np.where(np.isfinite(found), found, lower)
    if is_coarse:
        found = np.array([float(f"{each:.{COARSE_DIGITS}g}") for each in found])
    return np.unique(found)
