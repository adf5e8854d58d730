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
    """One side: its values, the rows of each bucket, and those up to the end of each.

    `kept` are the buckets of its values, where they are kept.
    """

    chunks: Chunks
    buckets: Counts
    ends: Counts
    kept: list[Places]


class _Opened(NamedTuple):
    """The distinct values of opened buckets in order, and the opened rows at or below each.

    `bucket_ends` counts the opened rows up to the end of each of the opened `buckets`, 0 first.
    """

    values: Values
    ends: Counts
    buckets: Counts
    bucket_ends: Counts


def count(reference: Chunks, current: Chunks, rows: int, *, is_whole: bool = False) -> Counted:
    """Count both sides; `rows` is the longer side's length, which decides the way, not the result.

    So does `is_whole`: both sides hold whole numbers only, and what a narrow bucket holds is known.

    The tenths are `numpy.quantile`'s (linear). Equal tenths are merged; both ends are open, and a
    bin holds its upper edge. A constant reference has three bins: below, equal, above. A reference
    without values has one bin.
    """
    number = BUCKETS if rows > MOST_SORTED_ROWS else 1
    scale = find_scale(reference, current, rows, number, is_whole=is_whole)
    (ref_read, ref_bars), (cur_read, cur_bars) = (
        _read(chunks, scale, keeps=rows <= MOST_PLACED_ROWS) for chunks in (reference, current)
    )
    wanted = _beating(ref_read.ends, cur_read.ends) | _holding_tenths(ref_read.ends)
    known = scale.whole_values() if is_whole else None
    ref_opened, cur_opened = (_opened(side, scale, wanted, known) for side in (ref_read, cur_read))
    edges = _edges(ref_read, ref_opened)
    inside = np.concatenate([ref_opened.values, cur_opened.values])
    sides = []
    for read, bars, opened in (
        (ref_read, ref_bars, ref_opened),
        (cur_read, cur_bars, cur_opened),
    ):
        below, within = (_at_or_below(points, scale, read, opened) for points in (edges, inside))
        bins = np.diff(below, prepend=0, append=read.ends[-1])
        sides.append(Side(int(read.ends[-1]), np.concatenate([read.ends, within]), bins, bars))
    return Counted(sides[0], sides[1], edges, scale.low, scale.high)


def _read(chunks: Chunks, scale: Scale, *, keeps: bool) -> tuple[_Read, Counts]:
    """Read one side, and count its bars beside its buckets."""
    fine = BARS if scale.buckets < BARS else scale.buckets
    counts = np.zeros(fine, dtype=np.int64)
    kept = []
    for values in chunks():
        places = scale.place(values, fine)
        counts += np.bincount(places, minlength=fine)
        if keeps:
            kept.append(places)
    buckets = counts.reshape(scale.buckets, -1).sum(axis=1)
    return _Read(chunks, buckets, np.cumsum(buckets), kept), counts.reshape(BARS, -1).sum(axis=1)


def _beating(reference: Counts, current: Counts) -> NDArray[np.bool_]:
    """Find the buckets that may hold a larger gap than every edge; both sides by their ends."""
    if not reference[-1] or not current[-1]:
        return np.zeros(reference.size, dtype=np.bool_)
    upper = [ends / ends[-1] for ends in (reference, current)]
    lower = [np.concatenate([[0.0], shares[:-1]]) for shares in upper]
    bound = np.maximum(upper[0] - lower[1], upper[1] - lower[0])
    return np.asarray(bound > np.max(np.abs(upper[0] - upper[1])) - 1e-12, dtype=np.bool_)


def _tenth_ranks(rows: int) -> tuple[Counts, Counts, Values]:
    places = (rows - 1) * TENTHS
    low = np.floor(places).astype(np.int64)
    return low, np.minimum(low + 1, rows - 1), places - low


def _holding_tenths(reference_ends: Counts) -> NDArray[np.bool_]:
    wanted = np.zeros(reference_ends.size, dtype=np.bool_)
    rows = int(reference_ends[-1])
    if rows:
        low, high, _ = _tenth_ranks(rows)
        # All between both ranks: the edge lies there, and the current side may have rows there.
        for start, end in zip(
            np.searchsorted(reference_ends, low, side="right"),
            np.searchsorted(reference_ends, high, side="right"),
            strict=True,
        ):
            wanted[start : end + 1] = True
    return wanted


def _opened(
    side: _Read, scale: Scale, wanted: NDArray[np.bool_], known: tuple[Places, Values] | None
) -> _Opened:
    found = [(np.empty(0), np.empty(0, dtype=np.int64))]
    unknown = wanted & (side.buckets > 0)
    if known:
        places, values = known
        is_held = unknown[places]
        found += [(values[is_held], side.buckets[places[is_held]])]
        unknown[places] = False
    if unknown.any():
        placed = iter(side.kept)
        for values in side.chunks():
            taken = values
            if scale.buckets > 1:
                kept = next(placed, None)
                where = scale.place(values, wanted.size) if kept is None else kept
                taken = values.compress(unknown.take(where))
            found += [_distinct(taken)]
    values, counts = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.argsort(values, kind="stable")
    values, ends = values[order], np.cumsum(counts[order])
    is_last = _differs_from_next(values)
    buckets = np.flatnonzero(wanted)
    bucket_ends = np.concatenate([[0], np.cumsum(side.buckets[buckets])])
    return _Opened(values[is_last], ends[is_last], buckets, bucket_ends)


def _distinct(values: Values) -> tuple[Values, Counts]:
    """Return the distinct values in order with their counts.

    `numpy.unique` does so too, and loads masked arrays for it: longer than most columns take.
    """
    values = np.sort(values)
    last = np.flatnonzero(_differs_from_next(values))
    return values[last], np.diff(last, prepend=-1)


def _differs_from_next(values: Values) -> NDArray[np.bool_]:
    """Tell of values in order which is the last of its equals."""
    is_last = np.ones(values.size, dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=is_last[:-1])
    return is_last


def _edges(reference: _Read, opened: _Opened) -> Values:
    rows = int(reference.ends[-1])
    if not rows:
        return np.empty(0)
    low, high, part = _tenth_ranks(rows)

    def value_at(ranks: Counts) -> Values:
        buckets = np.searchsorted(reference.ends, ranks, side="right")
        places = ranks - _unopened(reference, opened, buckets)
        return opened.values[np.searchsorted(opened.ends, places, side="right")]

    edges, _ = _distinct(_between(value_at(low), value_at(high), part))
    return edges if edges.size > 1 else np.array([np.nextafter(edges[0], -np.inf), edges[0]])


def _between(low: Values, high: Values, part: Values) -> Values:
    # In the order of NumPy's own steps, so that the last bit is the same.
    with np.errstate(over="ignore", invalid="ignore"):
        step = high - low
        between = np.where(part >= 0.5, high - step * (1 - part), low + step * part)  # noqa: PLR2004
    return np.where(np.isfinite(between), between, low)


def _at_or_below(points: Values, scale: Scale, side: _Read, opened: _Opened) -> Counts:
    """Count the rows at or below points, each of which lies in an opened bucket."""
    opened_ends = np.concatenate([[0], opened.ends])
    held = opened_ends[np.searchsorted(opened.values, points, side="right")]
    buckets = scale.place(points, scale.buckets)
    return np.asarray(held + _unopened(side, opened, buckets), dtype=np.int64)


def _unopened(side: _Read, opened: _Opened, buckets: Counts | Places) -> Counts:
    """Count the rows up to the end of each of these buckets that lie in none that was opened."""
    below = opened.bucket_ends[np.searchsorted(opened.buckets, buckets, side="right")]
    return np.asarray(side.ends[buckets] - below, dtype=np.int64)
