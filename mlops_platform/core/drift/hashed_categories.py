"""Categories as buckets of a hash: their names are neither kept nor needed to compare them later.

The hash is of the standard library, so that it says the same years later. The salt keeps the most
frequent names apart from each other.
"""

import hashlib
from collections.abc import Iterable

import numpy as np
import polars as pl

from mlops_platform.core.drift.buckets import Counts
from mlops_platform.core.drift.categories import Categories, put_together
from mlops_platform.core.drift.columns import Runs
from mlops_platform.core.drift.training_profile import BUCKETS, HashedCounts

KEPT_APART = 49
"""As many categories as are compared one by one."""

SALTS = 64


def hashed_counts(values: pl.DataFrame) -> HashedCounts:
    """Count names by bucket; `values` has `value` and `rows`, the most frequent first."""
    salt = _salt(values["value"].head(KEPT_APART).to_list())
    counts = bucket_counts(values, salt)
    taken = np.flatnonzero(counts)
    return HashedCounts(
        salt=salt,
        rows=int(counts.sum()),
        buckets=tuple((int(place), int(counts[place])) for place in taken),
    )


def bucket_counts(values: pl.DataFrame, salt: int) -> Counts:
    """Return the rows per bucket, shape (BUCKETS,)."""
    places = np.fromiter((_bucket(each, salt) for each in values["value"]), dtype=np.int64)
    counted = np.bincount(places, values["rows"].to_numpy(), minlength=BUCKETS)
    return np.asarray(counted, dtype=np.int64)


def categories_against(stored: HashedCounts, current: Runs) -> Categories:
    """Count current values over the stored buckets; what falls into none of them is new."""
    first = np.zeros(BUCKETS, dtype=np.int64)
    for place, rows in stored.buckets:
        first[place] = rows
    second = bucket_counts(value_counts(current), stored.salt)
    order = np.lexsort((np.arange(BUCKETS), -(first + second)))
    taken = order[(first + second)[order] > 0]
    return put_together(first[taken], second[taken])


def value_counts(runs: Runs) -> pl.DataFrame:
    """Count every known value, the most frequent first, by name where counts tie."""
    counted = pl.DataFrame(schema={"value": pl.String, "rows": pl.Int64})
    for series in runs():
        values = series.drop_nulls().cast(pl.String).alias("value").to_frame()
        seen = values.group_by("value").len("rows").with_columns(pl.col("rows").cast(pl.Int64))
        counted = pl.concat([counted, seen]).group_by("value").agg(pl.col("rows").sum())
    return counted.sort(["rows", "value"], descending=[True, False])


def _salt(names: list[str]) -> int:
    """Return the first salt under which the fewest of these names share a bucket."""
    return min(range(SALTS), key=lambda salt: (_shared(names, salt), salt))


def _shared(names: Iterable[str], salt: int) -> int:
    places = [_bucket(name, salt) for name in names]
    return len(places) - len(set(places))


def _bucket(name: str, salt: int) -> int:
    digest = hashlib.blake2b(
        name.encode(errors="replace"), digest_size=4, salt=salt.to_bytes(2, "big")
    )
    return int.from_bytes(digest.digest(), "big") % BUCKETS
