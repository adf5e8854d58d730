"""Monotone buckets: a larger value never falls into a lower one.

So counts at bucket edges are exact, whatever the rounding, and only buckets that matter are opened.
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

CACHED_ROWS = 16_384
MOST_SAMPLED_ROWS = 8_000_000
"""From the start of a column, to choose the samples from."""
SAMPLED = 10_000
TRIMMED = 0.001
"""Of the sample that places the buckets, at each end: a single wild value must not empty them."""

HALF = 0.5
MOST_WHOLE = 2.0**52
"""Up to here whole numbers are exact, and so are their halves."""


class Scale(NamedTuple):
    """Where the buckets lie; what is below `low` or above `high` is in the first or the last."""

    low: float
    high: float
    buckets: int

    def place(self, values: Values, buckets: int) -> Places:
        """Return the bucket of each value, of so many buckets."""
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

    def whole_values(self) -> tuple[Places, Values]:
        """Return the buckets that hold one whole number and no other, and these numbers."""
        nothing = np.empty(0, dtype=np.uint16), np.empty(0)
        if self.high - self.low > self.buckets or max(-self.low, self.high) > MOST_WHOLE:
            return nothing
        values = np.arange(np.ceil(self.low), np.floor(self.high) + 1)
        places = self.place(values, self.buckets)
        inner = (places > 0) & (places < self.buckets - 1)
        places, values = places[inner], values[inner]
        return (places, values) if (np.diff(places.astype(np.int64)) > 0).all() else nothing


def find_scale(
    reference: Chunks, current: Chunks, rows: int, buckets: int, *, is_whole: bool
) -> Scale:
    """Place buckets where the values of both sides are; `rows` is the longer side's length."""
    sample = np.concatenate([*_sample(reference, rows), *_sample(current, rows), np.empty(0)])
    if not sample.size:
        return Scale(0.0, 1.0, buckets)
    trimmed = int(sample.size * TRIMMED)
    ends = trimmed, sample.size - 1 - trimmed
    low, high = (float(end) for end in np.partition(sample, ends)[[*ends]])
    if low == high:
        low, high = float(sample.min()), float(sample.max())
    if is_whole and max(-low, high) < MOST_WHOLE:
        low, high = low - HALF, high + HALF
    return Scale(low, high, buckets)


def _sample(chunks: Chunks, rows: int) -> Iterator[Values]:
    step, seen = max(1, min(rows, MOST_SAMPLED_ROWS) // SAMPLED), 0
    for values in chunks():
        # Every so many rows of the column, however it is parted.
        yield values[-seen % step :: step]
        seen += values.size
        if seen >= MOST_SAMPLED_ROWS:
            return
