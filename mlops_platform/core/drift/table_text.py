"""Delimited text as typed columns: CSV, TSV and their kin, parsed once, whole.

Cells of other formats are typed in the same way, so that a format makes no difference of types.
"""

import codecs
import csv
import io
from pathlib import Path

import polars as pl

from mlops_platform.core.facts.tables.dialect import LOOKED_AT, Dialect, find_dialect
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.values import MISSING_IN_ANY_CASE

MOST_COLUMNS = 10_000
MOST_HEADER_BYTES = 4 << 20
LOOKED_AT_ROWS = 10_000
"""Rows that settle the types of a text; a later surprise has the whole text looked at."""

WEB_PAGE = (b"<!doctype html", b"<html")
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
MISSING_WORDS = [
    *("", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "<NA>", "#N/A", "?", "\\N"),
]
"""What keeps no column from its type. The parser looks for each in every cell, so these are few;
other spellings are looked for in the columns that are left as texts."""

_MISSING = sorted(MISSING_IN_ANY_CASE)


def parse_text(source: Path | bytes, head: bytes) -> pl.LazyFrame:
    """Parse a text of which `head` are the first bytes. Raises UnreadableTableError.

    The reader's own errors pass through; they quote cells, so nobody may repeat them.
    """
    if head.startswith(UTF16_MARKS):
        source = _bytes(source).decode("utf-16").encode()
        head = source[:MOST_HEADER_BYTES]
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if b"\r" in head and b"\n" not in head:
        source, head = _bytes(source).replace(b"\r", b"\n"), head.replace(b"\r", b"\n")
    header = head.split(b"\n", 1)[0]
    if not header.strip():
        raise UnreadableTableError(f"{Fault.EMPTY}; give a table with a header")
    if header.lower().startswith(WEB_PAGE):
        raise UnreadableTableError("it is a web page, not a table; name the file itself")
    if b"\0" in header:
        raise UnreadableTableError("it is neither text nor Parquet; convert it to CSV")
    dialect = _dialect(head)
    if len(header) >= MOST_HEADER_BYTES or header.count(dialect.delimiter.encode()) >= MOST_COLUMNS:
        raise UnreadableTableError(
            f"its first line is no header of at most {MOST_COLUMNS:,} columns"
        )
    return _typed(source, dialect)


def parse_cells(names: list[str], cells: pl.DataFrame) -> pl.LazyFrame:
    """Type columns of texts as a CSV of the same cells would be typed."""
    header = io.StringIO()
    csv.writer(header, lineterminator="\n").writerow(names)
    text = io.BytesIO(header.getvalue().encode())
    text.seek(0, io.SEEK_END)
    cells.write_csv(text, include_header=False)
    return _typed(text.getvalue(), Dialect(",", has_header=True))


def _bytes(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _dialect(head: bytes) -> Dialect:
    lines = head.decode("utf-8", "replace").split("\n", LOOKED_AT)[:LOOKED_AT]
    return find_dialect([f"{line.rstrip()}\n" for line in lines], "csv")


def _typed(source: Path | bytes, dialect: Dialect) -> pl.LazyFrame:
    try:
        frame = _read(source, dialect, LOOKED_AT_ROWS)
    except pl.exceptions.ComputeError:
        frame = _read(source, dialect, None)
    return _mended(frame).lazy()


def _read(source: Path | bytes, dialect: Dialect, looked_at: int | None) -> pl.DataFrame:
    frame = pl.read_csv(
        source,
        separator=dialect.delimiter,
        has_header=dialect.has_header,
        encoding="utf8-lossy",
        infer_schema_length=looked_at,
        null_values=MISSING_WORDS,
        truncate_ragged_lines=True,
        try_parse_dates=True,
        glob=False,
    )
    if not dialect.has_header:
        # Cells of the first row would be shown as names.
        frame.columns = [f"(column {number})" for number in range(1, frame.width + 1)]
    return frame


def _mended(frame: pl.DataFrame) -> pl.DataFrame:
    """Take each spelling of nothing as missing, and numbers between spaces or gaps as numbers."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns([_of_texts(frame[name]) for name in texts])


def _of_texts(texts: pl.Series) -> pl.Series:
    cells = texts.set(texts.str.strip_chars().is_in(_MISSING), None)
    if _numbers(cells.head(LOOKED_AT_ROWS)) is None:
        return cells
    numbers = _numbers(cells)
    return cells if numbers is None else numbers


def _numbers(cells: pl.Series) -> pl.Series | None:
    """Return the numbers that all known cells are."""
    numbers = cells.str.strip_chars().cast(pl.Float64, strict=False)
    return numbers if 0 < cells.count() == numbers.count() else None
