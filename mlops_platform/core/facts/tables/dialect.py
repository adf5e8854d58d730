"""How a delimited text is written: what parts its cells, and whether it names its columns."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from mlops_platform.core.facts.tables.values import is_missing, is_number

DELIMITERS = ",;\t|"
LOOKED_AT = 100
"""Lines that settle the dialect."""

_NAME = re.compile(r"^[^\W\d][\w .()/%#:&'+-]{0,79}$")
_COUNTED, _DIGITS = 5, 9
"""So many consecutive numbers in one row are names: cells of data rarely count."""

_WORDS = 4
"""A name in a header has rarely more words; a sentence is data."""


class Dialect(NamedTuple):
    """The delimiter, and whether the first row is a header."""

    delimiter: str
    has_header: bool


def find_dialect(head: Sequence[str], format_name: str) -> Dialect:
    """Tell the dialect from the first lines."""
    delimiter = "\t" if format_name == "tsv" else _delimiter(head)
    rows = parsed(head, delimiter)
    return Dialect(delimiter, has_header(rows))


def parsed(head: Sequence[str], delimiter: str) -> list[list[str]]:
    """Parse the first lines; where quoting breaks, what came before."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(head, delimiter=delimiter, skipinitialspace=True))
    return [row for row in rows if row]


def _delimiter(head: Sequence[str]) -> str:
    """Choose what gives most lines the same number of cells, at least two; else the comma."""
    best, chosen = (0.0, 0), ","
    for candidate in DELIMITERS:
        widths = Counter(len(row) for row in parsed(head, candidate))
        if not widths:
            continue
        width, count = widths.most_common(1)[0]
        score = (count / widths.total(), width)
        if width > 1 and score > best:
            best, chosen = score, candidate
    return chosen


def has_header(rows: list[list[str]]) -> bool:
    """Tell whether the first row names the columns."""
    if not rows:
        return False
    first, body = [cell.strip() for cell in rows[0]], rows[1:]
    if not body:
        return all(_NAME.match(cell) for cell in first)
    if _counts_through(first):
        return True
    speaks_for = speaks_against = 0
    for position, cell in enumerate(first):
        column = [row[position].strip() for row in body if position < len(row)]
        known = [each for each in column if not is_missing(each)]
        if not known or sum(map(is_number, known)) < 0.9 * len(known):
            continue
        if is_number(cell):
            speaks_against += 1
        elif not is_missing(cell):
            speaks_for += 1
    if speaks_for or speaks_against:
        return speaks_for > 0
    return _reads_like_names(first, body)


def _counts_through(first: list[str]) -> bool:
    """Tell whether the numbers among the names count: 0, 1, 2, … of an array, or years."""
    numbers = [int(cell) for cell in first if cell.isdecimal() and len(cell) <= _DIGITS]
    others = [cell for cell in first if not cell.isdecimal() and cell]
    is_counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    if not is_counted or not all(_NAME.match(cell) for cell in others):
        return False
    return len(numbers) >= _COUNTED or (not others and len(numbers) > 1 and numbers[0] in (0, 1))


def _reads_like_names(first: list[str], body: list[list[str]]) -> bool:
    """Without numbers to tell by: short distinct words that do not come again below."""
    named = first[1:] if first[0] == "" and len(first) > 1 else first
    if len(set(named)) < len(named) or not all(
        _NAME.match(cell) and len(cell.split()) <= _WORDS for cell in named
    ):
        return False
    return not any(
        row[position].strip() == cell
        for position, cell in enumerate(first)
        for row in body
        if cell and position < len(row)
    )
