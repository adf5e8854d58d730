"""Tables in files: histories of epochs, scores of models, results of a search.

Of a table that the run added rows to, only those rows count.
"""

import csv
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import TABLE_FILE, Found, Unread
from mlops_platform.core.measuring.metric_name import metric_name, split_of
from mlops_platform.core.measuring.metric_table import measurements_of_table
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.run_files import SAYS_METRICS, Addition, RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place

LARGEST = 8 << 20
MOST_ROWS = 100_000
MOST_COLUMNS = 400
_DELIMITERS = ",;\t|"


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield what each table states."""
    for output in files.with_suffix(".csv", ".tsv"):
        added = files.added(output, LARGEST)
        if isinstance(added, Unread):
            yield added
            continue
        rows = _rows(added)
        if rows is None:
            yield Unread(f"{output.path}: not a table")
            continue
        yield from _read_table(output.path, added, rows)


def _rows(added: Addition) -> list[tuple[int, list[str]]] | None:
    delimiter = max(_DELIMITERS, key=added.head.count)
    try:
        reader = csv.reader(added.lines[:MOST_ROWS], delimiter=delimiter)
        return [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error:
        return None


def _read_table(path: str, added: Addition, rows: list[tuple[int, list[str]]]) -> Iterator[Found]:
    file_name = path.rpartition("/")[2]
    place = Place(path, None, TABLE_FILE, Situation(split=split_of(file_name)))
    delimiter = max(_DELIMITERS, key=added.head.count)
    names = next(iter(csv.reader([added.head], delimiter=delimiter)), [])
    if not names or len(names) > MOST_COLUMNS:
        return
    body = rows[1:] if added.is_all else rows
    is_named_for_metrics = bool(SAYS_METRICS.search(file_name))
    if _is_of_pairs(names, rows):
        for line, (name, said, *_) in ((line, cells) for line, cells in rows if len(cells) > 1):
            yield from measurements_of_table([name], [(line, [said])], place)
    elif is_named_for_metrics or _has_plain_names(names):
        yield from measurements_of_table(names, body, place)


def _is_of_pairs(names: list[str], rows: list[tuple[int, list[str]]]) -> bool:
    """Tell a table of two columns, a name and its number, by its first column."""
    width = 2
    if len(names) != width or len(rows) > MOST_COLUMNS:
        return False
    pairs = [cells for _, cells in rows if len(cells) == width]
    named = [c for c in pairs if metric_name(c[0]) is not None and number(c[1]) is not None]
    return bool(named) and metric_name(names[1]) is None


def _has_plain_names(names: list[str]) -> bool:
    """Tell a table whose columns can only be metrics: `score` may be anything."""
    understood = [one for one in map(metric_name, names) if one is not None and one.is_plain]
    return any(one.split or not one.term.is_weak for one in understood)
