"""Opens a table for reading by column, whatever holds it.

The errors of the readers are not repeated: they quote cells.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import polars as pl

from mlops_platform.core.drift.table_files import scan_files
from mlops_platform.core.drift.table_text import MOST_COLUMNS
from mlops_platform.core.errors import BadInputError
from mlops_platform.core.facts.tables import faults

MOST_ROWS = 1_000_000_000


class UnreadableTableError(BadInputError):
    """A path that gives no table."""


class Table(NamedTuple):
    """A table that is read by column; `name` is how the user spelled it.

    `limit` says what of it was not read; it is empty where all was.
    """

    name: str
    frame: pl.LazyFrame
    types: dict[str, pl.DataType]
    rows: int
    limit: str = ""

    def read(self, columns: list[str]) -> pl.DataFrame:
        """Read whole columns. Raises UnreadableTableError."""
        with _readable(self.name):
            return self.frame.select(columns).collect()

    def read_rows(self, column: str, start: int, rows: int) -> pl.Series:
        """Read a run of rows of one column. Raises UnreadableTableError."""
        with _readable(self.name):
            return self.frame.select(column).slice(start, rows).collect()[column]


def open_table(path: Path, name: str = "") -> Table:
    """Open what is at the path. Raises UnreadableTableError."""
    name = name or str(path)
    with _readable(name):
        found = scan_files(path)
        types = dict(found.frame.collect_schema())
        rows = int(found.frame.select(pl.len()).collect().item())
    if not types:
        raise UnreadableTableError(f"{name} has no columns; give a table with a header.")
    if rows > MOST_ROWS or len(types) > MOST_COLUMNS:
        raise UnreadableTableError(
            f"{name} has {rows:,} rows and {len(types):,} columns; at most {MOST_ROWS:,} rows and"
            f" {MOST_COLUMNS:,} columns are read. Take a sample."
        )
    return Table(name, found.frame, types, rows, found.limit)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except faults.UnreadableTableError as error:
        raise UnreadableTableError(f"{name} cannot be read as a table: {error}.") from error
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, UnicodeError) as error:
        raise UnreadableTableError(
            f"{name} cannot be read as a table ({type(error).__name__}); check that it is whole"
            " CSV, TSV or Parquet."
        ) from error
    except MemoryError as error:
        raise _too_large(name) from error
    except OSError as error:
        # Polars says why in words alone where it maps a file.
        if error.errno == errno.ENOMEM or "os error 12" in str(error):
            raise _too_large(name) from error
        raise UnreadableTableError(
            f"{name} cannot be read ({error.strerror or type(error).__name__}); check the path."
        ) from error


def _too_large(name: str) -> UnreadableTableError:
    return UnreadableTableError(f"{name} does not fit the memory; give a sample.")
