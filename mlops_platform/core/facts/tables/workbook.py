"""Excel workbooks (.xlsx), row by row, where `openpyxl` is installed: the first sheet with cells.

Formulas give the value that Excel stored with them; nothing is computed. The size that a sheet
claims is not believed, and an archive that unpacks to too much is not opened.
"""

import datetime as dt
import importlib.util
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

import polars as pl

from mlops_platform.core.facts.tables.archive import BROKEN_ARCHIVE, open_archive
from mlops_platform.core.facts.tables.dialect import LOOKED_AT, has_header
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.table import Table, TableBudget, text_frame

MISSING_LIBRARY = "Excel files are read where openpyxl is installed (the extra `excel`)"
UNPACKED_PARTS = 2
"""Sheets and shared texts may unpack to so many times the budget of a text file."""

_BROKEN = (
    *BROKEN_ARCHIVE,
    *(ArithmeticError, AssertionError, AttributeError, SyntaxError, TypeError),
)
"""What openpyxl raises over a damaged workbook: whatever its own steps raise."""

_BATCH_CELLS = 500_000
Row = tuple[object, ...]


class Sheet(Protocol):
    """A sheet of openpyxl in its streaming mode."""

    def reset_dimensions(self) -> None:
        """Forget the size that the sheet claims."""
        ...

    def iter_rows(self, *, values_only: bool) -> Iterator[Row]:
        """Give rows of values."""
        ...


def read_workbook(file: BinaryIO, budget: TableBudget) -> Table:
    """Read the first sheet that has cells, as far as the budget goes.

    Raises UnreadableTableError.
    """
    if importlib.util.find_spec("openpyxl") is None:
        raise UnreadableTableError(MISSING_LIBRARY)
    try:
        _look_at_size(file, budget)
        return _read(file, budget)
    except _BROKEN as error:
        raise UnreadableTableError(Fault.DAMAGED_WORKBOOK) from error


def _look_at_size(file: BinaryIO, budget: TableBudget) -> None:
    most = UNPACKED_PARTS * budget.content_bytes
    with open_archive(file) as archive:
        # A member never gives more than it declares: zipfile stops there.
        if sum(each.file_size for each in archive.infolist()) > most:
            raise UnreadableTableError(f"a workbook larger than {most >> 20} MiB unpacked")
    file.seek(0)


def _read(file: BinaryIO, budget: TableBudget) -> Table:
    import openpyxl  # noqa: PLC0415 (an optional extra)

    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    sheets: list[Sheet] = list(book.worksheets)
    for sheet in sheets:
        sheet.reset_dimensions()
        rows = _known(sheet.iter_rows(values_only=True), budget)
        head = list(itertools.islice(rows, LOOKED_AT))
        if head:
            others = f"only one of {len(sheets)} sheets was read" if len(sheets) > 1 else ""
            return _table(head, rows, others, budget)
    raise UnreadableTableError(Fault.EMPTY)


def _known(rows: Iterable[Row], budget: TableBudget) -> Iterator[list[str | None]]:
    """Give rows that hold anything, without the empty cells at their end."""
    # A row may claim any number; the empty ones before it are made up by the library.
    for row in itertools.islice(rows, 2 * budget.rows):
        cells = [_text(cell) for cell in row[: budget.columns + 1]]
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            yield cells


def _text(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1 << 53:
        return str(int(cell))
    return cell.isoformat(" ") if isinstance(cell, dt.datetime) else str(cell)


def _table(
    head: list[list[str | None]],
    rows: Iterator[list[str | None]],
    others: str,
    budget: TableBudget,
) -> Table:
    usual = Counter(map(len, head)).most_common(1)[0][0]
    while len(head) > 1 and len(head[0]) == 1 < usual:
        del head[0]  # a title above the table
    width = max(map(len, head))
    if width > budget.columns:
        raise UnreadableTableError(f"more than {budget.columns} columns")
    is_named = has_header([[cell or "" for cell in row] for row in head])
    names = [cell or "" for cell in head[0]] if is_named else []
    frame, is_cut = _frame(itertools.chain(head[is_named:], rows), width, budget)
    cut = f"only the first {frame.height} rows were read" if is_cut else ""
    return Table(
        format="xlsx",
        names=tuple(names) + ("",) * (width - len(names)),
        frame=frame,
        limit=cut or others,
        has_header=is_named,
    )


def _frame(
    rows: Iterator[list[str | None]], width: int, budget: TableBudget
) -> tuple[pl.DataFrame, bool]:
    most, size = budget.rows_of(width), max(1, _BATCH_CELLS // width)
    even = ([*row[:width], *[None] * (width - len(row))] for row in rows)
    taken = itertools.islice(even, most)
    frames = [text_frame([[] for _ in range(width)])]
    while batch := list(itertools.islice(taken, size)):
        frames.append(text_frame([list(column) for column in zip(*batch, strict=True)]))
    frame = pl.concat(frames, rechunk=True)
    return frame, frame.height == most and next(even, None) is not None
