"""A table that is told by where its columns stand: cells under their names, as of pandas."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_CELL = re.compile(r"\S+(?:\s\S+)*")
MOST_COLUMNS = 60


class Column(NamedTuple):
    """The name of a column, and where it stands in the line of names."""

    name: str
    start: int
    end: int


def columns_of(line: str) -> list[Column]:
    """Return the names of a line, which two blanks or more part."""
    found = [Column(cell[0], cell.start(), cell.end()) for cell in _CELL.finditer(line)]
    return found[:MOST_COLUMNS]


def cells_below(columns: Sequence[Column], line: str) -> list[str]:
    """Return what stands first in a row, and a cell for each column; "" where none fits.

    A cell fits that begins or ends where the column's name does.
    """
    # Words first: a cell of several words takes the place of its last one.
    found = [*_WORD.finditer(line), *_CELL.finditer(line)]
    by_end = {cell.end(): (cell.start(), cell[0]) for cell in found}
    by_start = {cell.start(): (cell.start(), cell[0]) for cell in found}
    fitting = [by_end.get(each.end) or by_start.get(each.start) for each in columns]
    starts = [cell[0] for cell in fitting if cell and _is_number(cell[1])]
    first = line[: min(starts)] if starts else line
    before = [cell[0] for cell in _CELL.finditer(first)]
    label = next((text for text in reversed(before) if any(map(str.isalpha, text))), "")
    return [label or (before[0] if before else ""), *(cell[1] if cell else "" for cell in fitting)]


def _is_number(text: str) -> bool:
    return text.lstrip("+-.")[:1].isdigit()
