"""Opens a table for reading by column: CSV, TSV, gzipped text, Parquet, or a folder of Parquet.

What a file is, its bytes say, never its name. Parquet stays on disk; text is parsed once, whole.
The errors of the reader are not repeated: they quote cells.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import polars as pl

from mlops_platform.core.facts.tables.dialect import LOOKED_AT, Dialect, find_dialect
from mlops_platform.core.ports import BadInputError

MOST_TEXT_BYTES = 4 << 30
MOST_INFLATED_BYTES = 1 << 30
MOST_ROWS = 1_000_000_000
MOST_COLUMNS = 10_000
MOST_HEADER_BYTES = 4 << 20
LOOKED_AT_ROWS = 10_000
"""Rows that settle the types of a text; a later surprise has the whole text looked at."""

PARQUET, GZIP, ZIP = b"PAR1", b"\x1f\x8b", b"PK\x03\x04"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
JSON = (b"{", b"[")
MISSING_WORDS = ["", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "<NA>", "#N/A"]


class UnreadableTableError(BadInputError):
    """A path that gives no table."""


class Table(NamedTuple):
    """A table that is read by column; `name` is how the user spelled it."""

    name: str
    frame: pl.LazyFrame
    types: dict[str, pl.DataType]
    rows: int

    def read(self, columns: list[str]) -> pl.DataFrame:
        """Read whole columns. Raises UnreadableTableError."""
        with _readable(self.name):
            return self.frame.select(columns).collect()

    def read_rows(self, column: str, start: int, rows: int) -> pl.Series:
        """Read a run of rows of one column. Raises UnreadableTableError."""
        with _readable(self.name):
            return self.frame.select(column).slice(start, rows).collect()[column]


def open_table(path: Path) -> Table:
    """Open what is at the path. Raises UnreadableTableError."""
    name = str(path)
    with _readable(name):
        frame = _scan_folder(path) if path.is_dir() else _scan_file(path)
        types = dict(frame.collect_schema())
        rows = int(frame.select(pl.len()).collect().item())
    if not types:
        raise UnreadableTableError(f"{name} has no columns; give a table with a header.")
    if rows > MOST_ROWS or len(types) > MOST_COLUMNS:
        raise UnreadableTableError(
            f"{name} has {rows:,} rows and {len(types):,} columns; at most {MOST_ROWS:,} rows and"
            f" {MOST_COLUMNS:,} columns are read. Take a sample."
        )
    return Table(name, frame, types, rows)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, UnicodeError) as error:
        raise UnreadableTableError(
            f"{name} cannot be read as a table ({type(error).__name__}); check that it is whole"
            " CSV, TSV or Parquet."
        ) from error
    except MemoryError as error:
        raise UnreadableTableError(f"{name} does not fit the memory; give a sample.") from error
    except OSError as error:
        raise UnreadableTableError(
            f"{name} cannot be read ({error.strerror or type(error).__name__}); check the path."
        ) from error


def _scan_folder(path: Path) -> pl.LazyFrame:
    files = sorted(each for each in path.rglob("*.parquet") if each.is_file())
    if not files:
        raise UnreadableTableError(f"{path} holds no .parquet file; name a file or another folder.")
    return pl.scan_parquet(files, hive_partitioning=False, glob=False)


def _scan_file(path: Path) -> pl.LazyFrame:
    if not path.is_file():
        raise UnreadableTableError(f"{path} is no file and no folder; check its spelling.")
    with path.open("rb") as file:
        head = file.read(MOST_HEADER_BYTES)
    if head.startswith(PARQUET):
        return pl.scan_parquet(path, glob=False)
    if head.startswith(ZIP):
        raise UnreadableTableError(f"{path} is a zip or a workbook; unpack it to CSV first.")
    if path.stat().st_size > MOST_TEXT_BYTES:
        raise UnreadableTableError(f"{path} is over 4 GiB of text; write it as Parquet.")
    if head.startswith(GZIP):
        return _parse(path, _inflate(path))
    return _parse(path, path.read_bytes())


def _inflate(path: Path) -> bytes:
    """Decompress every member, counting what comes out."""
    pieces, size, left = [], 0, path.read_bytes()
    try:
        while left.startswith(GZIP):
            member = zlib.decompressobj(wbits=31)
            piece = member.decompress(left, MOST_INFLATED_BYTES + 1 - size)
            size += len(piece)
            if size > MOST_INFLATED_BYTES:
                raise UnreadableTableError(f"{path} holds over 1 GiB of text; write it as Parquet.")
            if not member.eof:
                raise UnreadableTableError(f"{path} ends too early; copy it again.")
            pieces += [piece]
            left = member.unused_data
    except zlib.error as error:
        raise UnreadableTableError(f"{path} is damaged gzip; copy it again.") from error
    return b"".join(pieces)


def _parse(path: Path, text: bytes) -> pl.LazyFrame:
    if text.startswith(UTF16):
        text = text.decode("utf-16").encode()
    head = text[:MOST_HEADER_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\r" in head and b"\n" not in head:
        text, head = text.replace(b"\r", b"\n"), head.replace(b"\r", b"\n")
    header = head.split(b"\n", 1)[0]
    if not header.strip():
        raise UnreadableTableError(f"{path} is empty; give a table with a header.")
    if b"\0" in header:
        raise UnreadableTableError(f"{path} is not text and not Parquet; convert it to CSV.")
    if header.startswith(JSON):
        raise UnreadableTableError(f"{path} is JSON, not a table; convert it to CSV or Parquet.")
    dialect = _dialect(head)
    if len(header) >= MOST_HEADER_BYTES or header.count(dialect.delimiter.encode()) >= MOST_COLUMNS:
        raise UnreadableTableError(
            f"The first line of {path} is no header of at most {MOST_COLUMNS:,} columns."
        )
    try:
        frame = _read_text(text, dialect, LOOKED_AT_ROWS)
    except pl.exceptions.ComputeError:
        frame = _read_text(text, dialect, None)
    return _with_spaced_numbers(frame).lazy()


def _dialect(head: bytes) -> Dialect:
    lines = head.decode("utf-8", "replace").split("\n", LOOKED_AT)[:LOOKED_AT]
    return find_dialect([f"{line.rstrip()}\n" for line in lines], "csv")


def _read_text(text: bytes, dialect: Dialect, looked_at: int | None) -> pl.DataFrame:
    frame = pl.read_csv(
        text,
        separator=dialect.delimiter,
        has_header=dialect.has_header,
        encoding="utf8-lossy",
        infer_schema_length=looked_at,
        null_values=MISSING_WORDS,
        truncate_ragged_lines=True,
        try_parse_dates=True,
    )
    if not dialect.has_header:
        # Cells of the first row would be shown as names.
        frame.columns = [f"(column {number})" for number in range(1, frame.width + 1)]
    return frame


def _with_spaced_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    """Turn columns of numbers that stand between spaces into numbers."""
    read = [
        _number(name)
        for name, kind in frame.schema.items()
        if kind == pl.String
        and _are_numbers(frame[name].head(LOOKED_AT_ROWS))
        and _are_numbers(frame[name])
    ]
    return frame.with_columns(read) if read else frame


def _number(name: str) -> pl.Expr:
    return pl.col(name).str.strip_chars().cast(pl.Float64, strict=False)


def _are_numbers(texts: pl.Series) -> bool:
    known = texts.drop_nulls().to_frame()
    return known.height > 0 and not known.select(_number(texts.name).is_null().any()).item()
