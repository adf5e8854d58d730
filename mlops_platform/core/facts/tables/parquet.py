"""Parquet, batch by batch: 145 bytes can claim a billion rows."""

from collections.abc import Iterable

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from mlops_platform.core.facts.tables.content import opened
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.tables.table import Table, TableBudget
from mlops_platform.core.ports import Checkout

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
    batches = parquet.iter_batches(batch_size=max(1, _BATCH_CELLS // len(names)), use_threads=False)
    frame, is_whole = _rows(batches, parquet.schema_arrow, most, budget)
    limit = "" if is_whole else f"only the first {frame.height} rows were read"
    return Table("parquet", names, frame, limit)


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
