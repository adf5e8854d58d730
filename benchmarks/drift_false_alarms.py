"""How often `drift` raises a false alarm, and how often it finds what is there.

    python benchmarks/drift_false_alarms.py [--tables 400] [--seed 0] [--million 0]
    python benchmarks/drift_false_alarms.py --only 1000,100,50 --tables 2000

Each table is drawn anew: normal, log-normal, whole-number, categorical, mostly-zero columns, and
one of many categories; one in seven with 5 % missing. Both sides come from one distribution, so
every level is a false alarm of its table. Then one column of the current side is moved, or loses
values. Tables go through the whole engine except the file: reading is exact, and tested elsewhere.

The bound beside a shift that was found is the power of the best of all tests with this error rate:
the two-sample z test, which knows that the column is normal, its deviation, and that it was moved.
"""

import argparse
import math
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import NormalDist

import numpy as np
import polars as pl

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform.core.drift.chance import error_rate_per_column  # noqa: E402
from mlops_platform.core.drift.result import DriftResult, Level  # noqa: E402
from mlops_platform.core.drift.tables import Table  # noqa: E402
from mlops_platform.core.measure_drift import compare_tables  # noqa: E402

COLUMNS = (5, 50)
SIZES = ((100, 100), (300, 300), (1_000, 1_000), (10_000, 10_000), (1_000, 100), (100, 10_000))
"""Rows of the reference and of the current side."""
MOVED = ((1, 200), (5, 200), (50, 200), (5, 300), (50, 300), (50, 500))
"""Columns and rows a side where one column moves."""
MILLION = 1_000_000
SHIFT = 0.5
CATEGORIES = ["a", "b", "c", "d", "e"]
NAMES = 150
WEIGHTS = [0.5, 0.25, 0.15, 0.07, 0.03]


def drawn(random: np.random.Generator, rows: int, columns: int) -> pl.DataFrame:
    """Draw one side."""
    table = {}
    for number in range(columns):
        series = pl.Series(values_of(random, rows, number % 6))
        if number % 7 == 6:
            series = series.set(pl.Series(random.random(rows) < 0.05), None)
        table[f"c{number}"] = series
    return pl.DataFrame(table)


def values_of(random: np.random.Generator, rows: int, kind: int) -> np.ndarray:
    """Draw one column of a kind."""
    if kind == 0:
        return random.normal(size=rows)
    if kind == 1:
        return random.lognormal(size=rows)
    if kind == 2:
        return random.poisson(4, rows)
    if kind == 3:
        return np.array(CATEGORIES)[random.choice(len(CATEGORIES), rows, p=WEIGHTS)]
    if kind == 4:
        return random.exponential(size=rows) * (random.random(rows) < 0.03)
    return np.char.add("name ", random.integers(0, NAMES, rows).astype(str))


def compared(reference: pl.DataFrame, current: pl.DataFrame) -> DriftResult:
    """Compare two frames as if they were read from files."""
    first, second = (
        Table("drawn", frame.lazy(), dict(frame.schema), frame.height)
        for frame in (reference, current)
    )
    return compare_tables(first, second)


def is_alarm(result: DriftResult, column: str | None = None) -> bool:
    """Tell whether any feature, or this one, has a level."""
    return any(
        feature.level is not Level.NONE and column in (None, feature.name)
        for feature in result.features
    )


def alarms(sizes: tuple[int, int], columns: int, tables: int, seed: int) -> int:
    """Count tables without drift that raise an alarm."""
    random = np.random.default_rng([seed, *sizes, columns])
    return sum(
        is_alarm(compared(*(drawn(random, rows, columns) for rows in sizes))) for _ in range(tables)
    )


def found(
    change: Callable[[np.random.Generator, pl.Series], pl.Series],
    rows: int,
    columns: int,
    tables: int,
    seed: int,
) -> int:
    """Count tables whose first column was changed and is flagged."""
    random = np.random.default_rng([seed, rows, columns])
    count = 0
    for _ in range(tables):
        reference, current = (drawn(random, rows, columns) for _ in "ab")
        current = current.with_columns(change(random, current["c0"]).alias("c0"))
        count += is_alarm(compared(reference, current), "c0")
    return count


def moved(_random: np.random.Generator, column: pl.Series) -> pl.Series:
    """Move a column by half of its deviation."""
    return column + SHIFT


def emptied(random: np.random.Generator, column: pl.Series) -> pl.Series:
    """Take away 30 %."""
    return column.set(pl.Series(random.random(column.len()) < 0.3), None)


def bound(rows: int, columns: int) -> float:
    """Return the power of the z test with the error rate that one of so many columns may use."""
    normal = NormalDist()
    critical = -normal.inv_cdf(error_rate_per_column(columns) / 2)
    return normal.cdf(SHIFT / math.sqrt(2 / rows) - critical)


def shown(count: int, tables: int) -> str:
    """Return a share with its 95 % margin (Wilson)."""
    share, z = count / tables, 1.96
    middle = (share + z * z / (2 * tables)) / (1 + z * z / tables)
    half = z * math.sqrt(share * (1 - share) / tables + z * z / (4 * tables**2))
    half /= 1 + z * z / tables
    return f"{share:6.1%}  ({max(0.0, middle - half):.1%} to {middle + half:.1%}, {tables} tables)"


def main() -> None:
    """Print one line per question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=int, default=400, help="of 5 columns and up to 1 000 rows")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--million", type=int, default=0, help="tables of 1 M rows a side")
    parser.add_argument(
        "--only", metavar="REFERENCE,CURRENT,COLUMNS", help="the false alarms of one shape of table"
    )
    options = parser.parse_args()
    print("False alarms per table (goal: at most 5 %)")
    if options.only:
        reference, current, columns = map(int, options.only.split(","))
        count = alarms((reference, current), columns, options.tables, options.seed)
        print(f"  {shown(count, options.tables)}")
        return
    for columns in COLUMNS:
        for sizes in SIZES:
            tables = max(20, options.tables * 1_000 // max(*sizes, 1_000) * 5 // columns)
            text = shown(alarms(sizes, columns, tables, options.seed), tables)
            print(
                f"  {sizes[0]:>6,} and {sizes[1]:>6,} rows × {columns:>2} columns {text}",
                flush=True,
            )
        if options.million:
            text = shown(
                alarms((MILLION, MILLION), columns, options.million, options.seed), options.million
            )
            print(f"  {MILLION:,} rows a side × {columns:>2} columns {text}", flush=True)
    for change, goal in ((moved, "95 %"), (emptied, "100 %")):
        print(f"One column of so many {change.__name__} (goal: {goal} found)")
        for columns, rows in MOVED:
            tables = max(40, options.tables * 5 // max(columns, 5))
            text = shown(found(change, rows, columns, tables, options.seed), tables)
            best = f", bound {bound(rows, columns):.1%}" if change is moved else ""
            print(f"  {rows:>4,} rows a side × {columns:>2} columns {text}{best}", flush=True)


if __name__ == "__main__":
    main()
