"""What `profile` costs from one file to its description, against what one would use instead.

    python benchmarks/profile_speed.py [--rows 100000] [--columns 20] [--others PYTHON]

Every program is a cold process and they take turns; shown are medians and the ratio to `profile`.
`polars describe` gives counts, means and quantiles, but neither distinct values nor repeated rows;
it runs in this environment. DuckDB's SUMMARIZE gives approximate distinct values; `SUMMARIZE +
repeats` also counts repeated rows. `ydata-profiling` is its minimal report as JSON. The last two
need an environment of their own, whose Python `--others` names.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import polars as pl
from rivals import compare

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
            title = f"{options.rows:,} rows × {options.columns} columns, {suffix}"
            home = {"MLOPS_PLATFORM_HOME": folder}
            compare(title, programs(path, options.others), options.rounds, home)


if __name__ == "__main__":
    main()
