"""JSON lines, and JSON that is one list of objects."""

import codecs
import itertools
import json
from collections.abc import Iterable, Iterator

import polars as pl

from mlops_platform.core.facts.tables.content import Content
from mlops_platform.core.facts.tables.encoding import TextLines, find_encoding
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.table import Table, TableBudget, text_frame

WHOLE_BYTES = 16 << 20
"""A JSON document is parsed as a whole, which takes ten times its size."""

_BATCH = 10_000
_BEGINNING = 64
_SPACES = codecs.BOM_UTF8 + b" \t\r\n"
_Record = dict[str, object]


def begins_json(head: bytes) -> bool:
    """Tell JSON from other texts by how it begins."""
    return head.lstrip(_SPACES).startswith((b"{", b"["))


def read_records(content: Content, budget: TableBudget) -> Table:
    """Read a list of objects where the content begins one, else one object a line.

    Raises UnreadableTableError.
    """
    is_list = content.peek(_BEGINNING).lstrip(_SPACES).startswith(b"[")
    return (read_json if is_list else read_json_lines)(content, budget)


def read_json_lines(content: Content, budget: TableBudget) -> Table:
    """Read one object a line. Raises UnreadableTableError."""
    encoding = find_encoding(content)
    reading = _Lines(iter(TextLines(content, encoding, budget.line_bytes)))
    records = _Records(budget)
    frame = records.read(reading.records())
    cut = "the content is larger than the budget" if content.is_cut else ""
    return Table(
        "jsonl", tuple(records.names), frame, reading.limit or records.limit or cut, encoding,
        uneven_rows=records.uneven,
    )  # fmt: skip


def read_json(content: Content, budget: TableBudget) -> Table:
    """Read a list of objects. Raises UnreadableTableError for any other document."""
    encoding = find_encoding(content)
    text = b"".join(itertools.takewhile(bool, content.pieces()))
    if content.is_cut or len(text) > WHOLE_BYTES:
        raise UnreadableTableError(f"a JSON document larger than {WHOLE_BYTES >> 20} MiB")
    found = _document(text.decode(encoding, "replace"))
    if not (isinstance(found, list) and found and all(isinstance(row, dict) for row in found)):
        raise UnreadableTableError("a JSON document that is no list of objects")
    records = _Records(budget)
    frame = records.read(found)
    return Table(
        "json", tuple(records.names), frame, records.limit, encoding, uneven_rows=records.uneven
    )


def _document(text: str) -> object:
    try:
        return json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise UnreadableTableError(Fault.NOT_JSON) from error


class _Lines:
    """The objects of a text, up to the first line that holds none."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self.limit = ""

    def records(self) -> Iterator[_Record]:
        numbered = enumerate(self._source, start=1)
        number = 0
        try:
            for number, line in numbered:  # noqa: B007 (told where reading ended)
                if line.strip():
                    yield _record(line)
        except UnreadableTableError as error:
            if number <= 1:
                raise
            self.limit = f"reading ended near line {number}: {error}"


def _record(line: str) -> _Record:
    record = _document(line)
    if not isinstance(record, dict):
        raise UnreadableTableError("no object")
    return record


class _Records:
    """Objects as rows; the columns are the keys in the order in which they come up."""

    def __init__(self, budget: TableBudget) -> None:
        self._budget = budget
        self.names: dict[str, None] = {}
        self.limit = ""
        self.uneven = 0

    def read(self, source: Iterable[_Record]) -> pl.DataFrame:
        rows, frames, height = iter(source), [], 0
        while not self.limit and (batch := list(itertools.islice(rows, _BATCH))):
            for record in batch:
                self.names.update(dict.fromkeys(record))
            if len(self.names) > self._budget.columns:
                raise UnreadableTableError(f"more than {self._budget.columns} columns")
            frames.append(text_frame([[_cell(r.get(n)) for r in batch] for n in self.names]))
            self.uneven += sum(len(record) < len(self.names) for record in batch)
            height += len(batch)
            if height >= self._budget.rows_of(len(self.names)) and next(rows, None) is not None:
                self.limit = f"only the first {height} rows were read"
        if not frames:
            raise UnreadableTableError(Fault.EMPTY)
        return pl.concat(frames, how="diagonal", rechunk=True)


def _cell(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
