"""Tables in printed text: pandas frames and series, and tables with ruled or drawn lines.

Either the columns are metrics and each row is a model, a fold or an epoch, or each row is a metric
with its number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_name import metric_name
from mlops_platform.core.measuring.metric_table import Row, measurements_of_table
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.statement import Place, statement
from mlops_platform.core.measuring.text_grid import cells_below, columns_of

MOST_ROWS = 60
_RULE = re.compile(r"[\s+|\-=─━═╇┡┩┳┏┓┗┛┻├┤┼┬┴┌┐└┘╪╞╡┠┨╂┯┷│┃║:]{3,}")
_CELL_MARKS = re.compile(r"[|│┃║]")
_GAP = re.compile(r"\s{2,}|\t")
_INDEX_NAME = re.compile(r"[A-Za-z]\w{0,40}")
_IS_NO_TITLE = re.compile(r":$|\d\.\d")
_LONGEST = 600


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what tables state."""
    lines = [line for line in text.lines if not _is_rule(line)]
    index = 0
    while index < len(lines):
        cells = _cells(lines[index])
        frame = _frame(lines, index) if _is_header(cells) else None
        if frame is not None:
            place = Place(text.source, None, text.rank, lines[index].situation)
            yield from measurements_of_table(frame.names, frame.rows, place)
        elif len(cells) == 2:  # noqa: PLR2004 (a name and its number)
            yield from _read_pair(text, lines[index], cells)
        index += frame.taken if frame is not None else 1


class _Frame(NamedTuple):
    """A table whose columns are metrics, and how many lines it takes."""

    names: list[str]
    rows: list[Row]
    taken: int


def _is_rule(line: PrintedLine) -> bool:
    return not line.is_blank and bool(_RULE.fullmatch(line.text))


def _cells(line: PrintedLine) -> list[str]:
    text = line.text
    if len(text) > _LONGEST or line.is_bar or not text.strip():
        return []
    if _CELL_MARKS.search(text):
        return [cell.strip() for cell in _CELL_MARKS.split(text.strip().strip("|│┃║"))]
    return _GAP.split(text.strip())


def _is_header(cells: Sequence[str]) -> bool:
    names = [cell for cell in cells if not _IS_NO_TITLE.search(cell) and metric_name(cell)]
    return bool(names) and not any(number(cell) is not None for cell in cells)


def _frame(lines: Sequence[PrintedLine], index: int) -> _Frame | None:
    """Return the table that a line of names begins, None where no row follows."""
    header = lines[index].text
    is_drawn = bool(_CELL_MARKS.search(header))
    columns = columns_of(header)
    width = len(_cells(lines[index]))
    first = index + 1 + _names_an_index(lines[index + 1 : index + 2])
    rows: list[Row] = []
    for line in lines[first : first + MOST_ROWS]:
        cells = _cells(line)
        if not cells or is_drawn != bool(_CELL_MARKS.search(line.text)):
            break
        cells = cells if is_drawn else cells_below(columns, line.text)
        if (is_drawn and len(cells) != width) or not any(
            number(cell) is not None for cell in cells
        ):
            break
        rows.append((line.number, cells))
    names = _cells(lines[index]) if is_drawn else ["", *(column.name for column in columns)]
    return _Frame(names, rows, first + len(rows) - index) if rows else None


def _names_an_index(lines: Sequence[PrintedLine]) -> bool:
    """Tell the line in which pandas prints the name of an index, alone."""
    return bool(lines) and bool(_INDEX_NAME.fullmatch(lines[0].text))


def _read_pair(text: PrintedText, line: PrintedLine, cells: Sequence[str]) -> Iterator[Measurement]:
    name, said = cells
    understood, value = metric_name(name), number(said.rstrip("% "))
    is_drawn = bool(_CELL_MARKS.search(line.text))
    if understood is None or value is None or not (is_drawn or understood.is_plain):
        return
    place = Place(text.source, line.number, text.rank, line.situation)
    found = statement(name, value, place, is_share="%" in said, is_bare=said.isdigit())
    if found is not None:
        yield found
