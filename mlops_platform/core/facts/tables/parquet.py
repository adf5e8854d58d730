"""Parquet, batch by batch: 145 bytes can claim a billion rows."""

from collections.abc import Iterable, Iterator

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.tables.content import opened
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.table import Table, TableBudget

_BATCH_CELLS = 200_000
_CLAIMED_BYTES = 256 << 20
"""A row group that says it unpacks to more is not opened: it comes out as a whole."""


def read_parquet(checkout: Checkout, path: str, budget: TableBudget) -> Table:
    """Read the first rows that the budget allows. Raises UnreadableTableError."""
    with opened(checkout, path) as file:
        try:
            return _read(pq.ParquetFile(file), budget)
        except pa.ArrowMemoryError as error:
            raise MemoryError from error
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            raise UnreadableTableError(Fault.DAMAGED_PARQUET) from error


def _read(parquet: pq.ParquetFile, budget: TableBudget) -> Table:
    names = tuple(str(name) for name in parquet.schema_arrow.names)
    if not names:
        raise UnreadableTableError("it has no columns")
    if len(names) > budget.columns:
        raise UnreadableTableError(f"more than {budget.columns} columns")
    groups = (parquet.metadata.row_group(n) for n in range(parquet.metadata.num_row_groups))
    if any(group.total_byte_size > _CLAIMED_BYTES for group in groups):
        raise UnreadableTableError(f"a row group larger than {_CLAIMED_BYTES >> 20} MiB")
    most = budget.rows_of(len(names))
    frame, is_whole = _rows(_batches(parquet, most, len(names)), parquet.schema_arrow, most, budget)
    rows, parts = parquet.metadata.num_rows, parquet.metadata.num_row_groups
    limit = f"only the first {frame.height} rows were read"
    if rows > most and parts > 1:
        where = "every part" if is_whole else "its first parts"
        is_whole, limit = False, f"only {frame.height} of {rows} rows were read, from {where}"
    return Table("parquet", names, frame, "" if is_whole else limit)


def _batches(parquet: pq.ParquetFile, most: int, width: int) -> Iterator[pa.RecordBatch]:
    """Give all rows; where they are too many, as many from the start of every row group."""
    size = max(1, _BATCH_CELLS // width)
    parts = parquet.metadata.num_row_groups
    if parquet.metadata.num_rows <= most or parts == 1:
        yield from parquet.iter_batches(batch_size=size, use_threads=False)
        return
    # Groups are often sorted by time: the first rows alone would be of one day.
    quota = max(1, most // parts)
    for part in range(parts):
        left = quota
        for batch in parquet.iter_batches(min(size, left), row_groups=[part], use_threads=False):
            yield batch[:left]
            left -= batch.num_rows
            if left <= 0:
                break


def _rows(
    batches: Iterable[pa.RecordBatch], schema: pa.Schema, most: int, budget: TableBudget
) -> tuple[pl.DataFrame, bool]:
    taken: list[pa.RecordBatch] = []
    height = size = 0
    for batch in batches:
        if height and (height >= most or size + batch.nbytes > budget.content_bytes * 2):
            return _frame(taken, schema).head(most), False
        taken.append(batch)
        height += batch.num_rows
        size += batch.nbytes
    return _frame(taken, schema).head(most), height <= most


def _frame(batches: list[pa.RecordBatch], schema: pa.Schema) -> pl.DataFrame:
    table = pa.Table.from_batches(batches, schema=schema)
    renamed = table.rename_columns([f"c{n}" for n in range(table.num_columns)])
    frame = pl.from_arrow(renamed.combine_chunks())
    if not isinstance(frame, pl.DataFrame):
        raise UnreadableTableError("it holds no table")
    return frame
