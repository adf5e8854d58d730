"""Tables in data files: read within a budget, and described without showing any of their cells.

What is exact and what is only of the first rows is said in the profile. One file is in memory at a
time; its row hashes outlive it, to tell which rows two files share.
"""

from collections import Counter
from typing import NamedTuple

import polars as pl

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.facts.tables.columns import Column, profile_column, ready
from mlops_platform.core.facts.tables.content import PARQUET, Content, open_content, opened
from mlops_platform.core.facts.tables.delimited import read_delimited
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.parquet import read_parquet
from mlops_platform.core.facts.tables.records import read_json_lines, read_records
from mlops_platform.core.facts.tables.table import Table, TableBudget, shown_name
from mlops_platform.core.facts.tables.table_format import UNREAD_FORMATS, table_format
from mlops_platform.core.facts.tables.target import TargetHints, find_target, profile_target
from mlops_platform.core.facts.tables.workbook import read_workbook
from mlops_platform.core.facts.text.texts import read_head

_LFS = b"version https://git-lfs.github.com/spec/"
_SEMICOLON = ";"


class ReadDataset(NamedTuple):
    """A profile, and the hash of each row that was read with its kind of columns."""

    profile: DatasetProfile
    row_hashes: pl.Series
    schema: tuple[tuple[str, str], ...]


def read_dataset(
    checkout: Checkout,
    path: str,
    format_name: str,
    hints: TargetHints | None = None,
    budget: TableBudget | None = None,
) -> ReadDataset | UnreadFile:
    """Read and describe one data file, or say why not."""
    try:
        table = _table(checkout, path, format_name, budget or TableBudget())
        return _described(path, table, hints or TargetHints())
    except UnreadableTableError as error:
        return UnreadFile(path=path, reason=str(error))
    except (MemoryError, RecursionError):
        return UnreadFile(path=path, reason="it does not fit the memory that a reader may use")
    except pl.exceptions.PolarsError:
        return UnreadFile(path=path, reason="its columns cannot be laid out as a table")


def _table(checkout: Checkout, path: str, format_name: str, budget: TableBudget) -> Table:
    head = read_head(checkout, path, len(_LFS))
    if isinstance(head, UnreadFile):
        raise UnreadableTableError(head.reason)
    if not head:
        raise UnreadableTableError(Fault.EMPTY)
    if head == _LFS:
        raise UnreadableTableError("a Git LFS pointer; the data itself is not here")
    kind = table_format(f".{format_name}") or format_name
    if kind in UNREAD_FORMATS:
        raise UnreadableTableError(UNREAD_FORMATS[kind])
    if head.startswith(PARQUET):
        return read_parquet(checkout, path, budget)
    if kind == "parquet":
        raise UnreadableTableError(Fault.NOT_PARQUET)
    if kind == "xlsx":
        with opened(checkout, path) as file:
            return read_workbook(file, budget)
    with open_content(checkout, path, budget.content_bytes) as content:
        table = _of_content(content, table_format(content.member) or kind, budget)
    return table._replace(limit=table.limit or content.left_out)


def _of_content(content: Content, kind: str, budget: TableBudget) -> Table:
    if kind == "jsonl":
        return read_json_lines(content, budget)
    if kind == "json":
        return read_records(content, budget)
    return read_delimited(content, kind, budget)


def _described(path: str, table: Table, hints: TargetHints) -> ReadDataset:
    names = _distinct_names(table.names)
    has_comma_numbers = table.delimiter == _SEMICOLON
    columns = {
        name: ready(table.frame[f"c{n}"], has_comma_numbers=has_comma_numbers)
        for n, name in enumerate(names)
    }
    profiles = {name: profile_column(name, column) for name, column in columns.items()}
    said = find_target(names, hints, has_names=table.has_header is not False)
    both = {name: (columns[name], profiles[name]) for name in names}
    hashes = _row_hashes(columns)
    profile = DatasetProfile(
        path=path,
        format=table.format,
        rows=table.frame.height,
        is_whole=not table.limit,
        limit=table.limit,
        columns=tuple(profiles.values()),
        column_count=len(names),
        encoding=table.encoding,
        delimiter=table.delimiter,
        has_header=table.has_header,
        uneven_rows=table.uneven_rows,
        undecodable_rows=table.undecodable_rows,
        repeated_names=_repeated(table.names),
        duplicate_rows=hashes.len() - hashes.n_unique(),
        target=profile_target(said, both) if said and table.frame.height else None,
    )
    schema = tuple((name, str(table.frame[f"c{n}"].dtype)) for n, name in enumerate(names))
    return ReadDataset(profile, hashes, schema)


def _row_hashes(columns: dict[str, Column]) -> pl.Series:
    frame = pl.DataFrame([column.cells.alias(f"c{n}") for n, column in enumerate(columns.values())])
    return frame.hash_rows(seed=1)


def _distinct_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Make the names fit to show, and different."""
    seen: Counter[str] = Counter()
    distinct = []
    for position, name in enumerate(names):
        text = shown_name(name, position)
        seen[text] += 1
        distinct.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return tuple(distinct)


def _repeated(names: tuple[str, ...]) -> tuple[str, ...]:
    counts = Counter(shown_name(name, n) for n, name in enumerate(names) if name.strip())
    return tuple(sorted(name for name, count in counts.items() if count > 1))
