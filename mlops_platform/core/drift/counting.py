"""Counts an ordered column on both sides: exact distribution functions, tenths and a histogram.

Values fall into monotone buckets, so counts at bucket edges are exact. Only buckets that can hold a
larger gap than the best edge, or a tenth of the reference, are opened: their values are sorted.
Counts add up over chunks, so a column larger than memory is read twice and never held.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlops_platform.core.drift.buckets import Chunks, Counts, Places, Scale, Values, find_scale

MOST_SORTED_ROWS = 50_000
"""Up to here one sort is quicker than buckets."""
BUCKETS = 65_536
MOST_PLACED_ROWS = 200_000_000
"""Of a longer column the places are computed again for its second reading, not kept."""
BARS = 32
TENTHS = np.arange(1, 10) / 10


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


class _Read(NamedTuple):
    """One side: its values, the rows of each bucket, and the buckets of its values where kept."""

    chunks: Chunks
    buckets: Counts
    kept: list[Places]


class _Opened(NamedTuple):
    values: Values
    counts: Counts


def count(reference: Chunks, current: Chunks, rows: int, *, is_whole: bool = False) -> Counted:
    """Count both sides; `rows` is the longer side's length, which decides the way, not the result.

    So does `is_whole`: both sides hold whole numbers only, and what a narrow bucket holds is known.

    The tenths are `numpy.quantile`'s (linear). Equal tenths are merged; both ends are open, and a
    bin holds its upper edge. A constant reference has three bins: below, equal, above. A reference
    without values has one bin.
    """
    number = BUCKETS if rows > MOST_SORTED_ROWS else 1
    scale = find_scale(reference, current, rows, number, is_whole=is_whole)
    kept: tuple[list[Places], list[Places]] = ([], [])
    keeps = rows <= MOST_PLACED_ROWS
    (ref_buckets, ref_bars), (cur_buckets, cur_bars) = (
        _count_buckets(chunks, scale, places if keeps else None)
        for chunks, places in zip((reference, current), kept, strict=True)
    )
    wanted = _beating(ref_buckets, cur_buckets) | _holding_tenths(ref_buckets)
    known = scale.whole_values() if is_whole else None
    ref_opened, cur_opened = (
        _opened(side, scale, wanted, known)
        for side in (
            _Read(reference, ref_buckets, kept[0]),
            _Read(current, cur_buckets, kept[1]),
        )
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


def _count_buckets(
    chunks: Chunks, scale: Scale, kept: list[Places] | None
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


def _opened(
    side: _Read, scale: Scale, wanted: NDArray[np.bool_], known: tuple[Places, Values] | None
) -> _Opened:
    """Return the distinct values of the wanted buckets in order, with their counts."""
    found = [_Opened(np.empty(0), np.empty(0, dtype=np.int64))]
    unknown = wanted & (side.buckets > 0)
    if known:
        places, values = known
        is_held = unknown[places]
        found += [_Opened(values[is_held], side.buckets[places[is_held]])]
        unknown[places] = False
    if unknown.any():
        placed = iter(side.kept)
        for values in side.chunks():
            taken = values
            if scale.buckets > 1:
                kept = next(placed, None)
                where = scale.place(values, wanted.size) if kept is None else kept
                taken = values.compress(unknown.take(where))
            found += [_Opened(*np.unique(taken, return_counts=True))]
    distinct, inverse = np.unique(
        np.concatenate([each.values for each in found]), return_inverse=True
    )
    counts = np.zeros(distinct.size, dtype=np.int64)
    np.add.at(counts, inverse, np.concatenate([each.counts for each in found]))
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
    points: Values, scale: Scale, buckets: Counts, opened: _Opened, wanted: NDArray[np.bool_]
) -> Counts:
    """Count the rows at or below points, each of which lies in a wanted bucket."""
    opened_ends = np.concatenate([[0], np.cumsum(opened.counts)])
    held = opened_ends[np.searchsorted(opened.values, points, side="right")]
    unopened = np.cumsum(np.where(wanted, 0, buckets))
    return np.asarray(held + unopened[scale.place(points, buckets.size)], dtype=np.int64)
