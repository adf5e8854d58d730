"""Compares one column of two tables: settles its kind, counts both sides, has them measured."""

import itertools
from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from mlops_platform.core.drift.categories import Categories, count_categories, is_free_text
from mlops_platform.core.drift.columns import (
    Pair,
    is_mostly_numbers,
    is_row_number,
    is_text,
    kind_of,
    lengths,
    numbers,
    picked_words,
)
from mlops_platform.core.drift.counting import Counted, count
from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.result import FeatureDrift, Level
from mlops_platform.core.drift.shares import bins, histogram
from mlops_platform.core.measure_column import LEVELS, Sides, Sizes, measure_column
from mlops_platform.core.report.escaping import one_line

LONGEST_NAME = 120
TIME_MOVES = "not counted: time moves on by itself"
NUMBERS_ROWS = "not counted: it numbers the rows"


def compare_column(pair: Pair, sizes: Sizes) -> FeatureDrift:
    """Measure one column. Raises UnreadableTableError where its cells cannot be read."""
    kind, notes = _settle_kind(pair)
    if kind is None:
        return _retyped(pair, notes)
    if kind in (Kind.NUMBER, Kind.DATETIME):
        is_whole = pair.reference_type.is_integer() and pair.current_type.is_integer()
        sides = of_order(count(*pair.both(numbers), _longest(sizes), is_whole=is_whole))
    elif kind is Kind.OTHER:
        return _compared(pair, kind, _known_only(pair), sizes, (*notes, "only missing values"))
    else:
        kind, sides, said = _named(pair, kind, sizes)
        notes += said
    return _compared(pair, kind, sides, sizes, notes)


def _settle_kind(pair: Pair) -> tuple[Kind | None, tuple[str, ...]]:
    kind = kind_of(pair.reference_type, pair.current_type)
    if kind is not None:
        return kind, ()
    types = f"{_type(pair.reference_type)} in the reference, {_type(pair.current_type)} now"
    texts = [
        runs
        for runs, of in (
            (pair.reference, pair.reference_type),
            (pair.current, pair.current_type),
        )
        if is_text(of)
    ]
    are_numbers = pair.reference_type.is_numeric() or pair.current_type.is_numeric()
    if len(texts) == 1 and are_numbers and is_mostly_numbers(texts[0]):
        return Kind.NUMBER, (f"{types}; what is not a number counts as missing",)
    return None, (f"type changed: {types}",)


def _type(of: object) -> str:
    return one_line(str(of), 40)


def _retyped(pair: Pair, notes: tuple[str, ...]) -> FeatureDrift:
    missing = [
        sum(series.null_count() for series in runs()) for runs in (pair.reference, pair.current)
    ]
    return retyped_feature(pair.name, missing, notes)


def retyped_feature(name: str, missing: Sequence[int], notes: tuple[str, ...]) -> FeatureDrift:
    """Return a column whose type has changed: nothing of it can be measured."""
    return FeatureDrift(
        name=one_line(name, LONGEST_NAME),
        kind=Kind.OTHER,
        level=Level.HIGH,
        is_counted=True,
        reference_missing=missing[0],
        current_missing=missing[1],
        notes=notes,
    )


def _longest(sizes: Sizes) -> int:
    return max(sizes.reference_rows, sizes.current_rows)


def of_order(counted: Counted) -> Sides:
    """Return counts of an ordered column as sides to measure; bins are told by their edges."""
    texts = [f"{edge:.4g}" for edge in counted.edges]
    labels = [f"{low} to {high}" for low, high in itertools.pairwise(texts)]
    ends = (f"up to {texts[0]}", f"above {texts[-1]}") if texts else ("any",)
    return Sides(
        counted.reference.bins,
        counted.current.bins,
        (ends[0], *labels, *ends[1:]),
        counted,
    )


def _named(pair: Pair, kind: Kind, sizes: Sizes) -> tuple[Kind, Sides, tuple[str, ...]]:
    categories = count_categories(pair.reference, pair.current)
    if kind is Kind.TEXT and is_free_text(categories):
        sides = of_order(count(*pair.both(lengths), _longest(sizes), is_whole=True))
        words = count_categories(picked_words(pair.reference), picked_words(pair.current))
        counts = words.reference, words.current
        told = sides._replace(words=counts if len(counts[0]) > 1 else None)
        return Kind.TEXT, told, ("measured by its length in characters, and by its words",)
    kind = kind if kind is Kind.BOOLEAN else Kind.CATEGORY
    return kind, of_names(categories), _unseen(categories)


def of_names(categories: Categories) -> Sides:
    """Return counts of categories as sides to measure; they are numbered, never named."""
    names = len(categories.reference) - categories.has_others
    labels = (*(f"category {number + 1}" for number in range(names)),)
    labels += ("all others",) if categories.has_others else ()
    return Sides(categories.reference, categories.current, labels)


def _unseen(categories: Categories) -> tuple[str, ...]:
    if not categories.unseen_rows or not categories.reference.sum():
        return ()
    share = categories.unseen_rows / categories.current.sum()
    amount = f"{categories.unseen_categories} ({share:.1%} of the known rows)"
    return (f"categories that the reference does not have: {amount}",)


def _known_only(pair: Pair) -> Sides:
    known = [
        np.array([sum(series.len() - series.null_count() for series in runs())])
        for runs in (pair.reference, pair.current)
    ]
    return Sides(known[0], known[1], ("known",))


def _compared(
    pair: Pair, kind: Kind, sides: Sides, sizes: Sizes, notes: tuple[str, ...]
) -> FeatureDrift:
    found = measured_feature(pair.name, kind, sides, sizes)
    reason = _passes_by_itself(pair, kind)
    return replace(found, is_counted=not reason, notes=notes + reason)


def measured_feature(name: str, kind: Kind, sides: Sides, sizes: Sizes) -> FeatureDrift:
    """Measure the sides of one column; what they do not hold of all rows is missing."""
    gone = (
        sizes.reference_rows - int(sides.reference.sum()),
        sizes.current_rows - int(sides.current.sum()),
    )
    binned = sides
    if any(gone):
        binned = sides._replace(
            reference=np.append(sides.reference, gone[0]),
            current=np.append(sides.current, gone[1]),
            labels=(*sides.labels, "missing"),
        )
    measures = measure_column(binned, gone, sizes)
    return FeatureDrift(
        name=one_line(name, LONGEST_NAME),
        kind=kind,
        level=max((each.level for each in measures), key=LEVELS.index, default=Level.NONE),
        is_counted=True,
        reference_missing=gone[0],
        current_missing=gone[1],
        measures=measures,
        bins=bins(binned.labels, binned.reference, binned.current),
        histogram=histogram(sides.ordered) if sides.ordered else None,
    )


def _passes_by_itself(pair: Pair, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.DATETIME:
        return (TIME_MOVES,)
    if kind is Kind.NUMBER and is_row_number(pair.reference) and is_row_number(pair.current):
        return (NUMBERS_ROWS,)
    return ()
