"""What a file of a table is, as its bytes say, never its name; and how it is read.

Parquet stays on disk. Text is parsed once, whole, also out of gzip or a zip. JSON and workbooks are
read as `profile` reads them.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple

import polars as pl

from mlops_platform.core.drift.table_text import MOST_HEADER_BYTES, parse_cells, parse_text
from mlops_platform.core.facts.tables.archive import is_workbook
from mlops_platform.core.facts.tables.content import GZIP, PARQUET, ZIP, Content, unpacked
from mlops_platform.core.facts.tables.faults import UnreadableTableError
from mlops_platform.core.facts.tables.records import begins_json, read_records
from mlops_platform.core.facts.tables.table import Table, TableBudget
from mlops_platform.core.facts.tables.workbook import read_workbook

MOST_TEXT_BYTES = 4 << 30
MOST_UNPACKED_BYTES = 1 << 30
BUDGET = TableBudget(
    content_bytes=MOST_UNPACKED_BYTES, rows=10_000_000, cells=100_000_000, columns=10_000
)
"""Of JSON and workbooks, which are read row by row: they end before the memory does."""


class Found(NamedTuple):
    """A table of a file; `limit` is empty where it is all that the file holds."""

    frame: pl.LazyFrame
    limit: str = ""


def scan_files(path: Path) -> Found:
    """Look what lies at a path. Raises UnreadableTableError, whose message is a clause."""
    if path.is_dir():
        return _scan_folder(path)
    if not path.is_file():
        raise UnreadableTableError("it is no file and no folder; check its spelling")
    with path.open("rb") as file:
        if file.read(len(PARQUET)) == PARQUET:
            return Found(pl.scan_parquet(path, glob=False))
        file.seek(0)
        head = file.read(MOST_HEADER_BYTES)
        file.seek(0)
        if head.startswith(ZIP) and is_workbook(file):
            return _of_table(read_workbook(file, BUDGET))
        if head.startswith((GZIP, ZIP)):
            return _scan_packed(file)
    if begins_json(head):
        with path.open("rb") as file:
            return _of_json(Content(file, MOST_UNPACKED_BYTES))
    if path.stat().st_size > MOST_TEXT_BYTES:
        raise UnreadableTableError(f"over {MOST_TEXT_BYTES >> 30} GiB of text; write it as Parquet")
    return Found(parse_text(path, head))


def _scan_folder(path: Path) -> Found:
    files = sorted(each for each in path.rglob("*.parquet") if each.is_file())
    if not files:
        raise UnreadableTableError("no .parquet file is in it; name a file or another folder")
    return Found(pl.scan_parquet(files, hive_partitioning=False, glob=False))


def _scan_packed(file: BinaryIO) -> Found:
    with ExitStack() as stack:
        file.seek(0)
        content = unpacked(file, stack, MOST_UNPACKED_BYTES)
        if begins_json(content.peek(MOST_HEADER_BYTES)):
            return _of_json(content)
        body, _ = content.held()
        if content.is_cut:
            raise UnreadableTableError(
                f"over {MOST_UNPACKED_BYTES >> 30} GiB of text; write it as Parquet"
            )
        return Found(parse_text(body, body[:MOST_HEADER_BYTES]), content.left_out)


def _of_json(content: Content) -> Found:
    return _of_table(read_records(content, BUDGET), content.left_out)


def _of_table(table: Table, left_out: str = "") -> Found:
    names = [name or f"(column {number})" for number, name in enumerate(table.names, start=1)]
    return Found(parse_cells(names, table.frame), table.limit or left_out)
