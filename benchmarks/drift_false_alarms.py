"""How often `drift` raises a false alarm, and how often it finds what is there.

    python benchmarks/drift_false_alarms.py [--tables 400] [--million 0]

Each table is drawn anew: normal, log-normal, whole-number and categorical columns, one in five of
them with 5 % missing. Both sides come from one distribution, so every level is a false alarm of
its table. Then one column of the current side is moved, or loses values. Tables go through the
whole engine except the file: reading is exact, and tested elsewhere.
"""

import argparse
import math
import sys
from pathlib import Path

import numpy as np
import polars as pl

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform.core.drift.result import DriftResult, Level  # noqa: E402
from mlops_platform.core.drift.tables import Table  # noqa: E402
from mlops_platform.core.measure_drift import compare_tables  # noqa: E402

ROWS, COLUMNS = (100, 300, 1_000, 10_000), (5, 50)
MILLION = 1_000_000
CATEGORIES = ["a", "b", "c", "d", "e"]
WEIGHTS = [0.5, 0.25, 0.15, 0.07, 0.03]


def drawn(random: np.random.Generator, rows: int, columns: int) -> pl.DataFrame:
    """Draw one side."""
    table = {}
    for number in range(columns):
        series = pl.Series(values_of(random, rows, number % 4))
        if number % 5 == 4:
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
    return np.array(CATEGORIES)[random.choice(len(CATEGORIES), rows, p=WEIGHTS)]


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


def false_alarms(rows: int, columns: int, tables: int) -> int:
    """Count tables without drift that raise an alarm."""
    random = np.random.default_rng([rows, columns])
    return sum(
        is_alarm(compared(drawn(random, rows, columns), drawn(random, rows, columns)))
        for _ in range(tables)
    )


def detections(rows: int, columns: int, tables: int, *, is_shift: bool) -> int:
    """Count tables whose first column moved by half a deviation, or lost 30 %, and is flagged."""
    random = np.random.default_rng([rows, columns, 1 + is_shift])
    found = 0
    for _ in range(tables):
        reference, current = (drawn(random, rows, columns) for _ in "ab")
        moved = current["c0"] + 0.5
        lost = current["c0"].set(pl.Series(random.random(rows) < 0.3), None)
        current = current.with_columns((moved if is_shift else lost).alias("c0"))
        found += is_alarm(compared(reference, current), "c0")
    return found


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
    parser.add_argument("--tables", type=int, default=400)
    parser.add_argument("--million", type=int, default=0, help="tables of 1 M rows, 5 columns")
    options = parser.parse_args()
    print("False alarms per table (goal: at most 5 %)")
    for columns in COLUMNS:
        for rows in ROWS:
            tables = max(20, options.tables * 1_000 // max(rows, 1_000) * 5 // columns)
            count = false_alarms(rows, columns, tables)
            print(f"  {rows:>9,} rows × {columns:>2} columns  {shown(count, tables)}", flush=True)
    if options.million:
        count = false_alarms(MILLION, 5, options.million)
        print(f"  {MILLION:>9,} rows ×  5 columns  {shown(count, options.million)}")
    for is_shift, title in ((True, "Shift of 0.5 sd found"), (False, "0 to 30 % missing found")):
        print(f"{title}, one column of so many (goal: {'95 %' if is_shift else '100 %'})")
        for columns, rows in ((1, 200), (5, 200), (5, 300), (50, 200), (50, 300), (50, 500)):
            tables = max(40, options.tables * 5 // max(columns, 5))
            count = detections(rows, columns, tables, is_shift=is_shift)
            print(f"  {rows:>9,} rows × {columns:>2} columns  {shown(count, tables)}", flush=True)


if __name__ == "__main__":
    main()
