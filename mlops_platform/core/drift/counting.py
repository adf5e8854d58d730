"""Counts an ordered column on both sides: exact distribution functions, tenths and a histogram.

Values fall into monotone buckets, so counts at bucket edges are exact. Only buckets that can hold a
larger gap than the best edge, or a tenth of the reference, are opened: their values are sorted.
Counts add up over chunks, so a column larger than memory is read twice and never held.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Counts = NDArray[np.int64]
Places = NDArray[np.uint16]
Chunks = Callable[[], Iterator[Values]]
"""Reads a column again from its start; the values are finite, missing ones are left out."""

MOST_SORTED_ROWS = 50_000
"""Up to here one sort is quicker than buckets."""
BUCKETS = 65_536
CACHED_ROWS = 16_384
MOST_PLACED_ROWS = 200_000_000
"""Of a longer column the places are computed again for its second reading, not kept."""
BARS = 32
TENTHS = np.arange(1, 10) / 10
TRIMMED = 0.001
"""Of the sample that places the buckets, at each end: a single wild value must not empty them."""


class Side(NamedTuple):
    """One side's rows in all, at or below each point, in each bin, and in each bar."""

    rows: int
    at_or_below: Counts
    bins: Counts
    bars: Counts


class Counted(NamedTuple):
    """Both sides over the same points, bins and bars; bars are equally wide from low to high."""

    reference: Side
    current: Side
    edges: Values
    low: float
    high: float


class _Scale(NamedTuple):
    low: float
    high: float
    buckets: int

    def place(self, values: Values, buckets: int) -> Places:
        # Halves, so that the width of the widest column is still a number.
        width = max(self.high / 2 - self.low / 2, 1e-290)
        factor = min(buckets / width, 1e300) / 2
        found = np.empty(values.size, dtype=np.uint16)
        # By parts that stay in the cache: every step would go through the memory otherwise.
        for start in range(0, values.size, CACHED_ROWS):
            part = values[start : start + CACHED_ROWS]
            with np.errstate(over="ignore"):
                if np.isfinite(self.low * factor):
                    places = part * factor
                    places -= self.low * factor
                else:
                    places = (part / 2 - self.low / 2) * (2 * factor)
            np.clip(places, 0, buckets - 1, out=places)
            found[start : start + CACHED_ROWS] = places
        return found


class _Opened(NamedTuple):
    values: Values
    counts: Counts


def count(reference: Chunks, current: Chunks, rows: int) -> Counted:
    """Count both sides; `rows` is the longer side's length, which decides the way, not the result.

    The tenths are `numpy.quantile`'s (linear). Equal tenths are merged; both ends are open, and a
    bin holds its upper edge. A constant reference has three bins: below, equal, above. A reference
    without values has one bin.
    """
    scale = _scale(reference, current, BUCKETS if rows > MOST_SORTED_ROWS else 1)
    kept: tuple[list[Places], list[Places]] = ([], [])
    keeps = rows <= MOST_PLACED_ROWS
    (ref_buckets, ref_bars), (cur_buckets, cur_bars) = (
        _count_buckets(chunks, scale, places if keeps else None)
        for chunks, places in zip((reference, current), kept, strict=True)
    )
    wanted = _beating(ref_buckets, cur_buckets) | _holding_tenths(ref_buckets)
    ref_opened, cur_opened = (
        _open(chunks, scale, wanted, places)
        for chunks, places in zip((reference, current), kept, strict=True)
    )
    edges = _edges(ref_buckets, ref_opened, wanted)
    inside = np.union1d(ref_opened.values, cur_opened.values)
    sides = []
    for buckets, bars, opened in (
        (ref_buckets, ref_bars, ref_opened),
        (cur_buckets, cur_bars, cur_opened),
    ):
        total = int(buckets.sum())
        below = _at_or_below(edges, scale, buckets, opened, wanted)
        bins = np.diff(below, prepend=0, append=total)
        within = _at_or_below(inside, scale, buckets, opened, wanted)
        sides.append(Side(total, np.concatenate([np.cumsum(buckets), within]), bins, bars))
    return Counted(sides[0], sides[1], edges, scale.low, scale.high)


def _scale(reference: Chunks, current: Chunks, buckets: int) -> _Scale:
    heads = [next(iter(chunks()), np.empty(0)) for chunks in (reference, current)]
    sample = np.concatenate([head[:: max(1, head.size // MOST_SORTED_ROWS)] for head in heads])
    if not sample.size:
        return _Scale(0.0, 1.0, buckets)
    ordered = np.sort(sample)
    trimmed = int(ordered.size * TRIMMED)
    low, high = ordered[trimmed], ordered[-1 - trimmed]
    if low == high:
        low, high = ordered[0], ordered[-1]
    return _Scale(float(low), float(high), buckets)


def _count_buckets(
    chunks: Chunks, scale: _Scale, kept: list[Places] | None
) -> tuple[Counts, Counts]:
    fine = BARS if scale.buckets < BARS else scale.buckets
    counts = np.zeros(fine, dtype=np.int64)
    for values in chunks():
        places = scale.place(values, fine)
        counts += np.bincount(places, minlength=fine)
        if kept is not None:
            kept.append(places)
    return counts.reshape(scale.buckets, -1).sum(axis=1), counts.reshape(BARS, -1).sum(axis=1)


def _beating(reference: Counts, current: Counts) -> NDArray[np.bool_]:
    """Find the buckets that may hold a larger gap than every edge."""
    if not reference.sum() or not current.sum():
        return np.zeros(reference.size, dtype=np.bool_)
    upper = [np.cumsum(counts) / counts.sum() for counts in (reference, current)]
    lower = [np.concatenate([[0.0], shares[:-1]]) for shares in upper]
    bound = np.maximum(upper[0] - lower[1], upper[1] - lower[0])
    return np.asarray(bound > np.max(np.abs(upper[0] - upper[1])) - 1e-12, dtype=np.bool_)


def _tenth_ranks(rows: int) -> tuple[Counts, Counts, Values]:
    places = (rows - 1) * TENTHS
    low = np.floor(places).astype(np.int64)
    return low, np.minimum(low + 1, rows - 1), places - low


def _holding_tenths(reference: Counts) -> NDArray[np.bool_]:
    wanted = np.zeros(reference.size, dtype=np.bool_)
    rows = int(reference.sum())
    if rows:
        low, high, _ = _tenth_ranks(rows)
        ends = np.cumsum(reference)
        # All between both ranks: the edge lies there, and the current side may have rows there.
        for start, end in zip(
            np.searchsorted(ends, low, side="right"),
            np.searchsorted(ends, high, side="right"),
            strict=True,
        ):
            wanted[start : end + 1] = True
    return wanted


def _open(chunks: Chunks, scale: _Scale, wanted: NDArray[np.bool_], kept: list[Places]) -> _Opened:
    """Return the distinct values of the wanted buckets in order, with their counts."""
    found = [_Opened(np.empty(0), np.empty(0, dtype=np.int64))]
    if wanted.any():
        known = iter(kept)
        for values in chunks():
            taken = values
            if scale.buckets > 1:
                places = next(known, None)
                places = scale.place(values, wanted.size) if places is None else places
                taken = values[wanted[places]]
            found += [_Opened(*np.unique(taken, return_counts=True))]
    distinct, where = np.unique(
        np.concatenate([each.values for each in found]), return_inverse=True
    )
    counts = np.zeros(distinct.size, dtype=np.int64)
    np.add.at(counts, where, np.concatenate([each.counts for each in found]))
    return _Opened(distinct, counts)


def _edges(reference: Counts, opened: _Opened, wanted: NDArray[np.bool_]) -> Values:
    rows = int(reference.sum())
    if not rows:
        return np.empty(0)
    low, high, part = _tenth_ranks(rows)
    ends, opened_ends = np.cumsum(opened.counts), np.cumsum(reference * wanted)
    all_ends = np.cumsum(reference)

    def value_at(ranks: Counts) -> Values:
        buckets = np.searchsorted(all_ends, ranks, side="right")
        places = ranks - (all_ends - opened_ends)[buckets]
        return opened.values[np.searchsorted(ends, places, side="right")]

    edges = np.unique(_between(value_at(low), value_at(high), part))
    return edges if edges.size > 1 else np.array([np.nextafter(edges[0], -np.inf), edges[0]])


def _between(low: Values, high: Values, part: Values) -> Values:
    # In the order of NumPy's own steps, so that the last bit is the same.
    with np.errstate(over="ignore", invalid="ignore"):
        step = high - low
        between = np.where(part >= 0.5, high - step * (1 - part), low + step * part)  # noqa: PLR2004
    return np.where(np.isfinite(between), between, low)


def _at_or_below(
    points: Values, scale: _Scale, buckets: Counts, opened: _Opened, wanted: NDArray[np.bool_]
) -> Counts:
    """Count the rows at or below points, each of which lies in a wanted bucket."""
    opened_ends = np.concatenate([[0], np.cumsum(opened.counts)])
    held = opened_ends[np.searchsorted(opened.values, points, side="right")]
    unopened = np.cumsum(np.where(wanted, 0, buckets))
    return np.asarray(held + unopened[scale.place(points, buckets.size)], dtype=np.int64)
