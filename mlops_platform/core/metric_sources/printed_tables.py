"""Tables in printed text: pandas frames and series, and tables with ruled or drawn lines.

Either the columns are metrics and each row is a model, a fold or an epoch, or each row is a metric
with its number.
"""

import re
from collections.abc import Iterator, Sequence

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_name import metric_name
from mlops_platform.core.measuring.metric_table import measurements_of_table
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.statement import Place, statement

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
        header = _cells(lines[index])
        rows = _rows_below(lines, index, header) if _is_header(header) else []
        if rows:
            yield from _read_frame(text, header, rows)
        elif len(header) == 2:  # noqa: PLR2004 (a name and its number)
            yield from _read_pair(text, lines[index], header)
        index += 1 + len(rows)


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


def _rows_below(
    lines: Sequence[PrintedLine], index: int, header: Sequence[str]
) -> list[tuple[PrintedLine, list[str]]]:
    rows: list[tuple[PrintedLine, list[str]]] = []
    is_drawn = bool(_CELL_MARKS.search(lines[index].text))
    first = index + 1 + _names_an_index(lines[index + 1 : index + 2])
    for line in lines[first : first + MOST_ROWS]:
        cells = _fitting(line, len(header), is_drawn=is_drawn)
        if cells is None or not any(number(cell) is not None for cell in cells):
            break
        rows.append((line, cells))
    return rows


def _names_an_index(lines: Sequence[PrintedLine]) -> bool:
    """Tell the line in which pandas prints the name of an index, alone."""
    return bool(lines) and bool(_INDEX_NAME.fullmatch(lines[0].text))


def _fitting(line: PrintedLine, width: int, *, is_drawn: bool) -> list[str] | None:
    """Return the cells of a row below a header; an index stands in front without a name."""
    if is_drawn != bool(_CELL_MARKS.search(line.text)):
        return None
    cells = _cells(line)
    if len(cells) in (width, width + 1):
        return cells
    words = [] if is_drawn else line.text.split()
    return words if len(words) in (width, width + 1) else None


def _read_frame(
    text: PrintedText, header: Sequence[str], rows: Sequence[tuple[PrintedLine, list[str]]]
) -> Iterator[Measurement]:
    width = max(len(cells) for _, cells in rows)
    names = ["", *header] if width > len(header) else list(header)
    numbered = [(line.number, cells) for line, cells in rows if len(cells) == width]
    place = Place(text.source, None, text.rank, rows[0][0].situation)
    yield from measurements_of_table(names, numbered, place)


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
