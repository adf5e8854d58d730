"""CSV, TSV and their kin with bounded memory: plain text at once, what is odd in it row by row."""

import csv
import itertools
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from mlops_platform.core.facts.tables.content import Content
from mlops_platform.core.facts.tables.dialect import LOOKED_AT, Dialect, find_dialect, parsed
from mlops_platform.core.facts.tables.encoding import TextLines, find_encoding
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.plain_text import ENCODINGS, plain_lines, read_plain
from mlops_platform.core.facts.tables.table import Table, TableBudget, text_frame

_BATCH_CELLS = 500_000


def read_delimited(content: Content, format_name: str, budget: TableBudget) -> Table:
    """Read a delimited text as far as the budget goes. Raises UnreadableTableError."""
    encoding = find_encoding(content)
    if encoding in ENCODINGS:
        body, content = content.held()
        if lines := plain_lines(body, budget, is_cut=content.is_cut):
            del body
            head = [f"{line.decode('utf-8', 'replace')}\n" for line in _first(lines)]
            shape = _shape(head, format_name, budget)
            if read := read_plain(lines, shape.dialect, len(shape.first), budget):
                cut = "the content is larger than the budget" if content.is_cut else ""
                return shape.table(format_name, encoding, read[0], read[1] or cut)
    return _read_rows(content, encoding, format_name, budget)


def _first(lines: bytes) -> list[bytes]:
    return lines.removesuffix(b"\n").split(b"\n", LOOKED_AT)[:LOOKED_AT]


def _read_rows(content: Content, encoding: str, format_name: str, budget: TableBudget) -> Table:
    text = TextLines(content, encoding, budget.line_bytes)
    source = iter(text)
    head = list(itertools.islice(source, LOOKED_AT))
    shape = _shape(head, format_name, budget)
    rows = _Rows(itertools.chain(head, source), shape.dialect, len(shape.first), budget)
    frame = rows.read()
    limit = rows.limit or ("the content is larger than the budget" if content.is_cut else "")
    return shape.table(format_name, encoding, frame, limit)._replace(
        uneven_rows=rows.uneven, undecodable_rows=text.undecodable
    )


class _Shape(NamedTuple):
    """How a text is written, and the cells of its first row."""

    dialect: Dialect
    first: list[str]

    def table(self, format_name: str, encoding: str, frame: pl.DataFrame, limit: str) -> Table:
        """Return the table of these cells."""
        has_header = self.dialect.has_header
        return Table(
            format=format_name,
            names=tuple(self.first) if has_header else ("",) * len(self.first),
            frame=frame,
            limit=limit,
            encoding=encoding,
            delimiter=self.dialect.delimiter,
            has_header=has_header,
        )


def _shape(head: list[str], format_name: str, budget: TableBudget) -> _Shape:
    if not any(line.strip() for line in head):
        raise UnreadableTableError(Fault.EMPTY)
    dialect = find_dialect(head, format_name)
    first = next(iter(parsed(head, dialect.delimiter)), [])
    if not first:
        raise UnreadableTableError("its first line cannot be parsed")
    if len(first) == 1 and format_name == "txt":
        raise UnreadableTableError("plain text, not a table")
    if len(first) > budget.columns:
        raise UnreadableTableError(f"more than {budget.columns} columns")
    return _Shape(dialect, first)


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
