"""Counts the categories of a column on both sides. Their names stay here: results number them."""

from typing import NamedTuple

import numpy as np
import polars as pl

from mlops_platform.core.drift.buckets import Counts
from mlops_platform.core.drift.columns import Runs

MOST_CATEGORIES = 50
"""More are put together as one bin: thin bins are noise."""
FEWEST_ROWS = 10
"""Of both sides together, for a bin of its own: five a side, the rule of thumb of chi-square.

Chosen by the reference alone, the bins would be those that are full there by chance, and every
table of many categories would seem to drift.
"""
MOSTLY_DIFFERENT = 0.5
"""Above this share of different values among the known, a column is free text."""


class Categories(NamedTuple):
    """Rows per category, the most frequent of both sides first, then all others together.

    `has_others` tells whether that last bin is there; `unseen_rows` are current rows of categories
    that the reference does not have.
    """

    reference: Counts
    current: Counts
    has_others: bool
    unseen_categories: int
    unseen_rows: int
    distinct: int


def is_free_text(categories: Categories) -> bool:
    """Tell texts from categories by how many reference values differ."""
    rows = int(categories.reference.sum())
    return categories.distinct > max(MOST_CATEGORIES, MOSTLY_DIFFERENT * rows)


def count_categories(reference: Runs, current: Runs) -> Categories:
    """Count every known value on both sides, and put thin ones together."""
    table = _counts(reference, "reference").join(
        _counts(current, "current"), on="value", how="full", coalesce=True
    )
    table = table.fill_null(0).with_columns(both=pl.col("reference") + pl.col("current"))
    # By name where counts tie, so that the numbers of categories never depend on a hash.
    table = table.sort(["both", "value"], descending=[True, False])
    return put_together(table["reference"].to_numpy(), table["current"].to_numpy())


def put_together(first: Counts, second: Counts) -> Categories:
    """Keep frequent bins apart; both sides are sorted by what they hold together, most first."""
    kept = min(MOST_CATEGORIES - 1, int((first + second >= FEWEST_ROWS).sum()))
    has_others = first.size > kept
    unseen = first == 0
    return Categories(
        reference=_folded(first, kept, has_others=has_others),
        current=_folded(second, kept, has_others=has_others),
        has_others=has_others,
        unseen_categories=int(unseen.sum()),
        unseen_rows=int(second[unseen].sum()),
        distinct=int((first > 0).sum()),
    )


def _counts(runs: Runs, name: str) -> pl.DataFrame:
    counted = pl.DataFrame(schema={"value": pl.String, name: pl.Int64})
    for series in runs():
        values = series.drop_nulls().cast(pl.String).alias("value").to_frame()
        # Cast afterwards: within the groups it would keep polars from merely counting.
        seen = values.group_by("value").len(name).with_columns(pl.col(name).cast(pl.Int64))
        counted = pl.concat([counted, seen]).group_by("value").agg(pl.col(name).sum())
    return counted


def _folded(counts: Counts, kept: int, *, has_others: bool) -> Counts:
    rest = [counts[kept:].sum()] if has_others else []
    return np.concatenate([counts[:kept], rest]).astype(np.int64)
