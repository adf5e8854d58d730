"""Measures one column by every statistic that fits it, and tells what is more than chance.

A level counts twice above chance: the column as a whole must differ by more than a table of so many
columns shows, and the measure by more than it shows itself. Whether the column differs is asked by
the tests that see it best; its error rate is shared among these questions. The place of the ranks
gets most of it: no other test sees a small shift as well.
"""

import math
from typing import NamedTuple, Protocol

from mlops_platform.core.drift.buckets import Counts
from mlops_platform.core.drift.chance import (
    ERROR_RATE,
    chi_square,
    chi_square_quantile,
    normal_quantile,
)
from mlops_platform.core.drift.counting import Counted
from mlops_platform.core.drift.ranks import rank_shifts
from mlops_platform.core.drift.result import Level, Measure
from mlops_platform.core.drift_tests import (
    jensen_shannon,
    kolmogorov_smirnov,
    missingness,
    psi,
)

PLACE_PARTS, SPREAD_PARTS, GAP_PARTS, BINS_PARTS = 60, 5, 1, 3
MISSING_PARTS, WORDS_PARTS = 3, 30
"""How the error rate is shared. With 200 rows a side and 50 columns, a shift of half a deviation is
found in 95 % of trials; the best test that knows the distribution finds 95.7 %."""
LEVELS = (Level.NONE, Level.MEDIUM, Level.HIGH)


class Sizes(NamedTuple):
    """Rows of both tables, missing ones included, and the error rate that the column may use."""

    reference_rows: int
    current_rows: int
    error_rate: float


class Sides(NamedTuple):
    """Rows per bin of both sides; `ordered` where the values have an order, `words` of free texts.

    Words are counted one a text, over bins of their own.
    """

    reference: Counts
    current: Counts
    labels: tuple[str, ...]
    ordered: Counted | None = None
    words: tuple[Counts, Counts] | None = None


class Test(Protocol):
    """A statistic of drift: a module of `drift_tests`."""

    @property
    def NAME(self) -> str:  # noqa: N802 (constants of a module)
        """Its name in results."""
        ...

    @property
    def MEDIUM(self) -> float:  # noqa: N802
        """From which value on a column drifted."""
        ...

    @property
    def HIGH(self) -> float:  # noqa: N802
        """From which value on it drifted much."""
        ...


class _OverWords(NamedTuple):
    """Jensen-Shannon over words instead of the bins of a column."""

    NAME: str = "vocabulary"
    MEDIUM: float = jensen_shannon.MEDIUM
    HIGH: float = jensen_shannon.HIGH


class _Asked(NamedTuple):
    """What is measured: `bins` are rows per bin of both sides, `gone` their missing values."""

    bins: tuple[Counts, Counts]
    ordered: Counted | None
    words: tuple[Counts, Counts] | None
    gone: tuple[int, int]
    rows: tuple[int, int]


def measure_column(sides: Sides, gone: tuple[int, int], sizes: Sizes) -> tuple[Measure, ...]:
    """Measure one column; the bins of `sides` include `gone`, the missing values, where any are."""
    # What is empty on both sides is no bin: smoothing would tell sizes apart, not distributions.
    occupied = (sides.reference + sides.current) > 0
    bins = sides.reference[occupied], sides.current[occupied]
    asked = _Asked(
        bins, sides.ordered, sides.words, gone, (sizes.reference_rows, sizes.current_rows)
    )
    found = _values(asked)
    # Most columns reach no level; whether these differ is never asked, which is half of the work.
    is_reached = any(value >= test.MEDIUM and value > floor for test, value, floor in found)
    is_different = is_reached and _differs(asked, sizes.error_rate)
    return tuple(_measure(*each, is_different=is_different) for each in found)


def _values(asked: _Asked) -> list[tuple[Test, float, float]]:
    """Return each test that has an answer, its value and its own noise floor."""
    bins = len(asked.bins[0])
    found: list[tuple[Test, float | None, float]] = [
        (test, test.measure(*asked.bins), test.noise_floor(*asked.rows, bins, ERROR_RATE))
        for test in (psi, jensen_shannon)
    ]
    if ordered := asked.ordered:
        rows = ordered.reference.rows, ordered.current.rows
        floor = kolmogorov_smirnov.noise_floor(*rows, ERROR_RATE)
        found += [(kolmogorov_smirnov, _gap(ordered), floor)]
    if words := asked.words:
        seen = int(words[0].sum()), int(words[1].sum())
        floor = jensen_shannon.noise_floor(*seen, len(words[0]), ERROR_RATE)
        found += [(_OverWords(), jensen_shannon.measure(*words), floor)]
    floor = missingness.noise_floor(*asked.gone, *asked.rows, ERROR_RATE)
    found += [(missingness, missingness.measure(*asked.gone, *asked.rows), floor)]
    return [(test, value, floor) for test, value, floor in found if value is not None]


def _differs(asked: _Asked, error_rate: float) -> bool:
    """Tell whether both sides differ by more than this error rate allows."""
    ordered, has_gone = asked.ordered, any(asked.gone)
    parts = BINS_PARTS + (PLACE_PARTS + SPREAD_PARTS + GAP_PARTS) * (ordered is not None)
    parts += WORDS_PARTS * (asked.words is not None)
    part = error_rate / (parts + MISSING_PARTS * has_gone)
    for counts, share in ((asked.bins, BINS_PARTS), (asked.words, WORDS_PARTS)):
        if counts and chi_square(*counts) > chi_square_quantile(len(counts[0]) - 1, part * share):
            return True
    if has_gone and (missingness.measure(*asked.gone, *asked.rows) or 0) > missingness.noise_floor(
        *asked.gone, *asked.rows, part * MISSING_PARTS
    ):
        return True
    return ordered is not None and _order_differs(ordered, part)


def _order_differs(ordered: Counted, part: float) -> bool:
    first, second = ordered.reference, ordered.current
    shifts = rank_shifts(first.at_or_below, second.at_or_below)
    if any(
        abs(shift) > normal_quantile(part * share / 2)
        for shift, share in zip(shifts, (PLACE_PARTS, SPREAD_PARTS), strict=True)
    ):
        return True
    floor = kolmogorov_smirnov.noise_floor(first.rows, second.rows, part * GAP_PARTS)
    return (_gap(ordered) or 0) > floor


def _gap(ordered: Counted) -> float | None:
    first, second = ordered.reference, ordered.current
    return kolmogorov_smirnov.measure(
        first.at_or_below, second.at_or_below, first.rows, second.rows
    )


def _measure(test: Test, value: float, floor: float, *, is_different: bool) -> Measure:
    is_beyond = is_different and value > floor
    return Measure(
        test=test.NAME,
        value=value,
        noise_floor=floor if math.isfinite(floor) else None,
        medium=test.MEDIUM,
        high=test.HIGH,
        level=LEVELS[(value >= test.MEDIUM) + (value >= test.HIGH)] if is_beyond else Level.NONE,
    )
