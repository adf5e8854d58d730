"""CSV, TSV and their kin, read row by row with bounded memory."""

import csv
import itertools
from collections.abc import Iterator

import polars as pl

from mlops_platform.core.facts.tables.content import Content
from mlops_platform.core.facts.tables.dialect import LOOKED_AT, Dialect, find_dialect, parsed
from mlops_platform.core.facts.tables.encoding import TextLines, find_encoding
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.table import Table, TableBudget, text_frame

_BATCH_CELLS = 500_000


def read_delimited(content: Content, format_name: str, budget: TableBudget) -> Table:
    """Read a delimited text as far as the budget goes. Raises UnreadableTableError."""
    encoding = find_encoding(content)
    text = TextLines(content, encoding, budget.line_bytes)
    source = iter(text)
    head = list(itertools.islice(source, LOOKED_AT))
    if not any(line.strip() for line in head):
        raise UnreadableTableError(Fault.EMPTY)
    dialect = find_dialect(head, format_name)
    first = next(iter(parsed(head, dialect.delimiter)), [])
    width = len(first)
    if not width:
        raise UnreadableTableError("its first line cannot be parsed")
    if width == 1 and format_name == "txt":
        raise UnreadableTableError("plain text, not a table")
    if width > budget.columns:
        raise UnreadableTableError(f"more than {budget.columns} columns")
    rows = _Rows(itertools.chain(head, source), dialect, width, budget)
    frame = rows.read()
    return Table(
        format=format_name,
        names=tuple(first) if dialect.has_header else ("",) * width,
        frame=frame,
        limit=rows.limit or ("the content is larger than the budget" if content.is_cut else ""),
        encoding=encoding,
        delimiter=dialect.delimiter,
        has_header=dialect.has_header,
        uneven_rows=rows.uneven,
        undecodable_rows=text.undecodable,
    )


class _Rows:
    """The rows of one text, and what was odd about them."""

    def __init__(
        self, source: Iterator[str], dialect: Dialect, width: int, budget: TableBudget
    ) -> None:
        self._source = source
        self._dialect = dialect
        self._width = width
        self._most = budget.rows_of(width)
        self.limit = ""
        self.uneven = 0

    def read(self) -> pl.DataFrame:
        """Read all rows that the budget allows; a row that cannot be parsed ends the reading."""
        rows = itertools.islice(self._even(), self._most)
        frames = [text_frame([[] for _ in range(self._width)])]
        size = max(1, _BATCH_CELLS // max(1, self._width))
        while batch := list(itertools.islice(rows, size)):
            frames.append(text_frame([list(column) for column in zip(*batch, strict=True)]))
        frame = pl.concat(frames, rechunk=True)
        if not self.limit and frame.height == self._most and next(self._even(), None):
            self.limit = f"only the first {self._most} rows were read"
        return frame

    def _even(self) -> Iterator[list[str | None]]:
        """Give each row with as many cells as the header has."""
        for row in self._parsed():
            missing = self._width - len(row)
            if missing:
                self.uneven += 1
            yield [*row[: self._width], *[None] * missing]

    def _parsed(self) -> Iterator[list[str]]:
        reader = csv.reader(self._source, delimiter=self._dialect.delimiter, skipinitialspace=True)
        is_header = self._dialect.has_header
        try:
            for row in reader:
                if row and not is_header:
                    yield row
                is_header = is_header and not row
        except csv.Error:
            self.limit = f"the quoting breaks after line {reader.line_num}"
        except UnreadableTableError as error:
            self.limit = str(error)
