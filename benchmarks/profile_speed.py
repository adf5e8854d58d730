"""What `profile` costs from one file to its description, against what one would use instead.

    python benchmarks/profile_speed.py [--rows 100000] [--columns 20] [--others PYTHON]

Every program is a cold process and they take turns; shown are medians and the ratio to `profile`.
`polars describe` gives counts, means and quantiles, but neither distinct values nor repeated rows;
it runs in this environment. DuckDB's SUMMARIZE gives approximate distinct values; `SUMMARIZE +
repeats` also counts repeated rows. `ydata-profiling` is its minimal report as JSON. The last two
need an environment of their own, whose Python `--others` names.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

POLARS = """
import sys
import polars as pl
path = sys.argv[1]
read = pl.read_csv if path.endswith(".csv") else pl.read_parquet
print(read(path).describe())
"""
DUCKDB = """
import sys
import duckdb
print(duckdb.sql(f"SUMMARIZE SELECT * FROM '{sys.argv[1]}'"))
"""
DUCKDB_REPEATS = """
import sys
import duckdb
duckdb.sql(f"CREATE TABLE t AS SELECT * FROM '{sys.argv[1]}'")
print(duckdb.sql("SUMMARIZE t"))
print(duckdb.sql("SELECT count(*) FROM (SELECT DISTINCT * FROM t)"))
"""
YDATA = """
import sys
import pandas as pd
from ydata_profiling import ProfileReport
path = sys.argv[1]
frame = (pd.read_csv if path.endswith(".csv") else pd.read_parquet)(path)
print(len(ProfileReport(frame, minimal=True, progress_bar=False).to_json()))
"""


class Cost(NamedTuple):
    """Seconds on the wall, seconds of processors, and the peak of memory."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


def write_table(folder: Path, rows: int, columns: int, suffix: str) -> str:
    """Draw a table: six of ten columns are real numbers, two whole, two categories; with gaps."""
    random = np.random.default_rng(0)
    labels = pl.Series([f"label {number}" for number in range(20)])
    table = {}
    for number in range(columns):
        kind = number % 10
        if kind < 6:
            values = pl.Series(random.standard_normal(rows).round(4))
        elif kind < 8:
            values = pl.Series(random.poisson(3 * kind, rows))
        else:
            values = labels.gather(random.integers(0, len(labels), rows))
        if number % 5 == 0:
            values = values.set(pl.Series(random.random(rows) < 0.05), None)
        table[f"c{number}"] = values
    frame = pl.DataFrame(table)
    path = folder / f"table.{suffix}"
    frame.write_csv(path) if suffix == "csv" else frame.write_parquet(path)
    return str(path)


def measure(argv: list[str], home: str) -> Cost:
    """Run a program and its children to their end; its failure is ours."""
    started = time.perf_counter()
    variables = os.environ | {"MLOPS_PLATFORM_HOME": home, "YDATA_PROFILING_NO_ANALYTICS": "1"}
    process = subprocess.Popen(
        argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=variables
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{argv[:3]} ended with status {status}")
    scale = 1024  # Linux counts resident pages in KiB
    return Cost(
        time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale
    )


def programs(path: str, others: str | None) -> dict[str, list[str]]:
    """Return the command of each program."""
    found = {
        "profile": [sys.executable, "-P", "-m", "mlops_platform.cli", "profile", path],
        "polars describe": [sys.executable, "-c", POLARS, path],
    }
    if others:
        found |= {
            "DuckDB SUMMARIZE": [others, "-c", DUCKDB, path],
            "SUMMARIZE + repeats": [others, "-c", DUCKDB_REPEATS, path],
            "ydata-profiling": [others, "-c", YDATA, path],
        }
    return found


def main() -> None:
    """Print one line per program and format."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--columns", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--others", metavar="PYTHON", help="has duckdb and ydata-profiling")
    options = parser.parse_args()
    for suffix in ("csv", "parquet"):
        with tempfile.TemporaryDirectory() as folder:
            path = write_table(Path(folder), options.rows, options.columns, suffix)
            costs: dict[str, list[Cost]] = {}
            for _ in range(options.rounds):
                for name, argv in programs(path, options.others).items():
                    costs.setdefault(name, []).append(measure(argv, folder))
        show(f"{options.rows:,} rows × {options.columns} columns, {suffix}", costs)


def show(title: str, costs: dict[str, list[Cost]]) -> None:
    """Print medians, and ratios to the first program."""
    middle = {
        name: Cost(*(statistics.median(column) for column in zip(*found, strict=True)))
        for name, found in costs.items()
    }
    ours = middle["profile"]
    print(title)
    print(f"{'':20}{'wall s':>9}{'cpu s':>9}{'× cpu':>8}{'× wall':>8}{'peak MiB':>10}")
    for name, cost in middle.items():
        print(
            f"{name:20}{cost.seconds:9.2f}{cost.processor_seconds:9.2f}"
            f"{cost.processor_seconds / ours.processor_seconds:8.2f}"
            f"{cost.seconds / ours.seconds:8.2f}{cost.peak_bytes / 2**20:10.0f}"
        )


if __name__ == "__main__":
    main()
