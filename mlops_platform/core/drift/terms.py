"""Labelled rows of two tables as numbers: the same terms on both sides, for a regression.

Numbers are clipped to where nearly all rows of both sides lie, and scaled; few-valued texts are one
column a category. Where rows allow, squares and products of numbers follow, so that a bent relation
is not taken for a changed one when the features move along it.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mlops_platform.core.drift.tables import Table

MOST_ROWS = 20_000
"""Of each side, evenly spread over it: more change no verdict."""
FEWEST_ROWS = 50
MOST_TERMS = 60
ROWS_PER_TERM = 10
MOST_COLUMNS = 200
MOST_CATEGORIES = 8
MOST_CLASSES = 5
FEWEST_OF_A_CATEGORY = 10
CONSTANT = 1e-12
TAIL = 0.005
"""Clipped at each end."""

Values = NDArray[np.float64]


class LabelledRows(NamedTuple):
    """Terms with a leading column of ones, (rows, terms), and targets, (rows, columns)."""

    terms: Values
    targets: Values


class _Both(NamedTuple):
    """One column of numbers on both sides."""

    reference: Values
    current: Values

    @property
    def pooled(self) -> Values:
        return np.concatenate([self.reference, self.current])

    def every_other(self, start: int) -> "_Both":
        """Return half of the rows of both sides."""
        return _Both(self.reference[start::2], self.current[start::2])

    @property
    def varies(self) -> bool:
        return min(float(np.std(self.reference)), float(np.std(self.current))) > CONSTANT


def labelled_rows(
    reference: Table, current: Table, features: Sequence[str], target: str
) -> tuple[LabelledRows, LabelledRows] | str:
    """Make both sides ready, or say why not. Raises UnreadableTableError."""
    names = [name for name in features if name != target][:MOST_COLUMNS]
    if not names:
        return "no feature can be compared"
    frames = [_sample(table, [*names, target], target) for table in (reference, current)]
    fewest = min(frame.height for frame in frames)
    if fewest < FEWEST_ROWS:
        return f"fewer than {FEWEST_ROWS} rows of one side have a target"
    targets = _targets(frames[0][target], frames[1][target])
    if isinstance(targets, str):
        return targets
    pairs = [(frames[0][name], frames[1][name]) for name in names]
    terms, targets = _terms(pairs, targets, fewest)
    if not terms:
        return "no feature varies on both sides"
    return (
        LabelledRows(_matrix([t.reference for t in terms]), _columns(t.reference for t in targets)),
        LabelledRows(_matrix([t.current for t in terms]), _columns(t.current for t in targets)),
    )


def _sample(table: Table, columns: list[str], target: str) -> pl.DataFrame:
    step = -(-table.rows // MOST_ROWS) or 1
    thinned = table.frame if step == 1 else table.frame.gather_every(step)
    frame = table._replace(frame=thinned).read(columns)
    kept = frame[target].is_not_null()
    if frame[target].dtype.is_float():
        kept &= frame[target].is_finite()
    return frame.filter(kept)


def _targets(reference: pl.Series, current: pl.Series) -> list[_Both] | str:
    """Return a number, or one column a class but the last, of both sides alike; else why not."""
    unfit = "the target is neither a number nor one of a few classes"
    if any(s.dtype.is_nested() or s.dtype in (pl.Binary, pl.Object) for s in (reference, current)):
        return unfit
    is_number = reference.dtype.is_numeric() and current.dtype.is_numeric()
    values = pl.concat([reference.cast(pl.String), current.cast(pl.String)])
    classes = values.n_unique()
    if is_number and classes > MOST_CATEGORIES:
        both = _scaled(_Both(_numbers(reference), _numbers(current)))
        return both or "the target does not vary on both sides"
    if classes > max(MOST_CATEGORIES, len(values) // 20):
        return unfit
    named = values.value_counts().sort(["count", values.name], descending=[True, False])
    kept = named[values.name].to_list()[: min(MOST_CLASSES, classes - 1)]
    found = [_indicator(reference, current, name) for name in kept]
    return found or "the target does not vary on both sides"


def _terms(
    pairs: list[tuple[pl.Series, pl.Series]], targets: list[_Both], fewest: int
) -> tuple[list[_Both], list[_Both]]:
    """Return the terms that the rows can bear, and the targets of the rows that are left.

    Too many columns are thinned on every other row, and measured on the rows between: terms that
    were chosen because they go with a target by chance would go with it less on the other side.
    """
    numbers, terms = _candidates(pairs)
    most = max(1, min(MOST_TERMS, fewest // ROWS_PER_TERM))
    if len(terms) > most and fewest < 2 * FEWEST_ROWS:
        terms = terms[:most]
    elif len(terms) > most:
        most = max(1, min(MOST_TERMS, fewest // 2 // ROWS_PER_TERM))
        chosen = _strongest(terms, targets, most)
        targets = [target.every_other(1) for target in targets]
        terms = [halved for n in chosen if (halved := terms[n].every_other(1)).varies]
    kept = [number for number in numbers if any(number is term for term in terms)]
    for one, other in _squares_then_products(kept):
        if len(terms) >= most:
            break
        terms += _scaled(_Both(one.reference * other.reference, one.current * other.current))
    return terms, targets


def _candidates(pairs: list[tuple[pl.Series, pl.Series]]) -> tuple[list[_Both], list[_Both]]:
    """Return the numbers, and these with the categories after them."""
    numbers: list[_Both] = []
    categories: list[_Both] = []
    for reference, current in pairs:
        if reference.dtype.is_numeric() and current.dtype.is_numeric():
            numbers += _scaled(_Both(_numbers(reference), _numbers(current)))
        elif _is_named(reference) and _is_named(current):
            categories += _categories(reference, current)
    return numbers, [*numbers, *categories]


def _squares_then_products(numbers: list[_Both]) -> Iterator[tuple[_Both, _Both]]:
    yield from ((number, number) for number in numbers)
    yield from itertools.combinations(numbers, 2)


def _strongest(terms: list[_Both], targets: list[_Both], most: int) -> list[int]:
    """Return the places of the terms that go with the target most on every other row."""
    goals = [target.every_other(0) for target in targets]
    halves = [term.every_other(0) for term in terms]
    strengths = [
        max(
            _correlation(half.reference, goal.reference) + _correlation(half.current, goal.current)
            for goal in goals
        )
        for half in halves
    ]
    order = sorted(range(len(terms)), key=lambda n: (-round(strengths[n], 9), n))
    return sorted(order[:most])


def _correlation(one: Values, other: Values) -> float:
    spread = float(np.std(one) * np.std(other))
    return (
        abs(float(np.mean((one - one.mean()) * (other - other.mean()))) / spread) if spread else 0
    )


def _scaled(both: _Both) -> list[_Both]:
    """Clip to where nearly all rows lie and scale; what is constant on a side tells nothing."""
    low, high = np.quantile(both.pooled, [TAIL, 1 - TAIL])
    widest = max(abs(low), abs(high)) or 1.0
    clipped = [np.clip(side, low, high) / widest for side in both]
    if min(float(np.std(side)) for side in clipped) <= CONSTANT:
        return []
    pooled = np.concatenate(clipped)
    centre, spread = float(pooled.mean()), float(pooled.std())
    return [_Both(*((side - centre) / spread for side in clipped))]


def _categories(reference: pl.Series, current: pl.Series) -> list[_Both]:
    values = pl.concat([reference.cast(pl.String), current.cast(pl.String)]).drop_nulls()
    named = values.value_counts().sort(["count", values.name], descending=[True, False])
    if not 1 < named.height <= len(values) // 2:
        return []
    found = [
        _indicator(reference, current, name)
        for name in named[values.name].to_list()[: min(MOST_CATEGORIES, named.height - 1)]
    ]
    return [
        both
        for both in found
        if all(
            FEWEST_OF_A_CATEGORY <= side.sum() <= len(side) - FEWEST_OF_A_CATEGORY for side in both
        )
    ]


def _indicator(reference: pl.Series, current: pl.Series, name: str) -> _Both:
    sides = [(s.cast(pl.String) == name).fill_null(value=False) for s in (reference, current)]
    return _Both(*(side.cast(pl.Float64).to_numpy() for side in sides))


def _numbers(series: pl.Series) -> Values:
    """Return numbers; what is missing or infinite is put in the middle."""
    values = series.cast(pl.Float64).to_numpy()
    known = np.isfinite(values)
    middle = float(np.median(values[known])) if known.any() else 0.0
    return np.where(known, values, middle)


def _is_named(series: pl.Series) -> bool:
    return series.dtype in (pl.String, pl.Boolean, pl.Categorical, pl.Enum)


def _matrix(terms: list[Values]) -> Values:
    return np.column_stack([np.ones(len(terms[0])), *terms])


def _columns(targets: Iterator[Values]) -> Values:
    return np.column_stack(list(targets))
