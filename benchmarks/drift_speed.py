"""What `drift` costs from two Parquet files to its table, against what one would write instead.

    python benchmarks/drift_speed.py [--rows 1000000] [--columns 10] [--evidently PYTHON]

Every program is a cold process and they take turns; shown are medians and the ratio to `drift`.
`pandas + scipy` computes PSI, KS and JS per numeric column and PSI and JS per category.
`read + sort` is the limit: polars reads both files and NumPy sorts each numeric column; `read` does
only the first. Evidently needs an environment of its own, whose Python `--evidently` names.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow.parquet as pq
from rivals import compare

BLOCK_ROWS = 250_000
LABELS = [f"label {number}" for number in range(20)]
PANDAS_AND_SCIPY = """
import sys
import numpy as np
import pandas as pd
from scipy.spatial.distance import jensenshannon
from scipy.stats import ks_2samp
reference, current = (pd.read_parquet(path) for path in sys.argv[1:3])
for name in reference:
    first, second = reference[name].dropna(), current[name].dropna()
    if pd.api.types.is_numeric_dtype(first) and first.dtype != bool:
        first, second = first.to_numpy(), second.to_numpy()
        gap = ks_2samp(first, second, method="asymp").statistic
        edges = np.unique(np.quantile(first, np.arange(1, 10) / 10))
        bounds = np.concatenate([[-np.inf], edges, [np.inf]])
        counts = [np.histogram(side, bounds)[0] for side in (first, second)]
    else:
        counts = pd.concat([first.value_counts(), second.value_counts()], axis=1).fillna(0)
        counts, gap = counts.to_numpy().T, None
    p, q = ((side + 0.5) / (side + 0.5).sum() for side in counts)
    print(name, ((p - q) * np.log(p / q)).sum(), gap, jensenshannon(p, q, base=2) ** 2)
"""
READ = """
import sys
import polars as pl
for path in sys.argv[1:3]:
    pl.read_parquet(path)
"""
READ_AND_SORT = """
import sys
import numpy as np
import polars as pl
for path in sys.argv[1:3]:
    frame = pl.read_parquet(path)
    for series in frame:
        if series.dtype.is_numeric():
            np.sort(series.to_numpy())
"""
EVIDENTLY = """
import sys
import pandas as pd
from evidently import Report
from evidently.presets import DataDriftPreset
reference, current = (pd.read_parquet(path) for path in sys.argv[1:3])
for method in ("psi", "ks", "jensenshannon"):
    number = {"num_method": method, "cat_method": "psi" if method == "ks" else method}
    print(len(Report([DataDriftPreset(**number)]).run(current, reference).json()))
"""


def write_tables(folder: Path, rows: int, columns: int) -> list[str]:
    """Write both sides, a block of rows at a time, so that they may be larger than memory."""
    paths = []
    for seed, name in enumerate(("reference", "current")):
        random = np.random.default_rng(seed)
        path = folder / f"{name}.parquet"
        writer = None
        for start in range(0, rows, BLOCK_ROWS):
            block = drawn(random, min(BLOCK_ROWS, rows - start), columns, seed).to_arrow()
            writer = writer or pq.ParquetWriter(path, block.schema)
            writer.write_table(block)
        if writer:
            writer.close()
        paths += [str(path)]
    return paths


def drawn(random: np.random.Generator, rows: int, columns: int, seed: int) -> pl.DataFrame:
    """Draw rows: six of ten columns are real numbers, two whole, two categories; one moves."""
    table = {}
    for number in range(columns):
        kind = number % 10
        if kind < 6:
            values = pl.Series(random.standard_normal(rows) * (1 + kind) + 0.1 * seed * (kind == 0))
        elif kind < 8:
            values = pl.Series(random.poisson(3 * kind, rows))
        else:
            values = pl.Series(LABELS).gather(random.integers(0, len(LABELS), rows))
        table[f"c{number}"] = values
    return pl.DataFrame(table)


def main() -> None:
    """Print one line per program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--columns", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--evidently", metavar="PYTHON")
    parser.add_argument("--only-drift", action="store_true", help="for sizes that stop the others")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_tables(Path(folder), options.rows, options.columns)
        platform = [sys.executable, "-P", "-m", "mlops_platform.cli"]
        programs = {"drift": [*platform, "drift", *paths, "--format", "json"]}
        if not options.only_drift:
            programs["read"] = [sys.executable, "-c", READ, *paths]
            programs["read + sort"] = [sys.executable, "-c", READ_AND_SORT, *paths]
            programs["pandas + scipy"] = [sys.executable, "-c", PANDAS_AND_SCIPY, *paths]
        if options.evidently:
            programs["evidently"] = [options.evidently, "-c", EVIDENTLY, *paths]
        title = f"{options.rows:,} rows × {options.columns} columns, a side"
        compare(title, programs, options.rounds)


if __name__ == "__main__":
    main()
