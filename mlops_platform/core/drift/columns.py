"""One column on both sides, as a kind that both share, read in runs of rows."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import polars as pl

from mlops_platform.core.drift.buckets import Chunks, Values
from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.tables import Table

MOST_HELD_ROWS = 32_000_000
"""Of both sides together: a column of numbers is then held in 256 MiB."""
CELLS_AT_ONCE = 10_000_000
"""Read at a time where columns are held: each reading has its own costs, and so has new memory."""
RUN_ROWS = 8_000_000
"""Read at a time of a column that is longer than that."""
FIRST_ROWS = 1_000
MOSTLY = 0.5
"""A text column against numbers is numbers with gaps when at least half of it can be read so."""

MOST_TEXTS = 50_000
"""Of a run of rows, whose words are looked at: more tell nothing new of a vocabulary."""
LONGEST_TEXT = 1_000
WORD = r"\w{2,40}"

Runs = Callable[[], Iterator[pl.Series]]


class Pair(NamedTuple):
    """One column of both tables; reading it again starts again. What is held fits the memory."""

    name: str
    reference: Runs
    current: Runs
    reference_type: pl.DataType
    current_type: pl.DataType
    is_held: bool = False

    def both(self, as_values: Callable[[Runs], Chunks]) -> tuple[Chunks, Chunks]:
        """Return the values of both sides, converted once where the column is held."""
        found = as_values(self.reference), as_values(self.current)
        return (_kept(found[0]), _kept(found[1])) if self.is_held else found


def _kept(chunks: Chunks) -> Chunks:
    values = list(chunks())
    return lambda: iter(values)


def pairs(reference: Table, current: Table, names: list[str]) -> Iterator[Pair]:
    """Read shared columns in blocks that fit the memory; longer columns are read in runs."""
    rows = max(1, reference.rows + current.rows)
    width = max(1, CELLS_AT_ONCE // rows)
    for start in range(0, len(names), width):
        block = names[start : start + width]
        yield from _block(reference, current, block, is_held=rows <= MOST_HELD_ROWS)


def _block(reference: Table, current: Table, names: list[str], *, is_held: bool) -> Iterator[Pair]:
    # What is held here is let go of before the next block is read.
    held = [table.read(names) if is_held else None for table in (reference, current)]
    for name in names:
        first, second = (
            _runs(table, name, frame)
            for table, frame in zip((reference, current), held, strict=True)
        )
        types = reference.types[name], current.types[name]
        yield Pair(name, first, second, *types, is_held=is_held)


def _runs(table: Table, name: str, frame: pl.DataFrame | None) -> Runs:
    if frame is not None:
        series = frame[name]
        return lambda: iter([series])
    return lambda: (
        table.read_rows(name, start, RUN_ROWS) for start in range(0, table.rows, RUN_ROWS)
    )


def table_runs(table: Table, name: str) -> Runs:
    """Return one column of a table: held where it fits the memory, else read in runs."""
    held = table.read([name]) if table.rows <= MOST_HELD_ROWS else None
    return _runs(table, name, held)


def kind_of(first: pl.DataType, second: pl.DataType) -> Kind | None:
    """Return the kind of two types, or None where they conflict.

    Nothing but missing fits all.
    """
    kinds = {_kind(each) for each in (first, second) if each != pl.Null}
    if not kinds:
        return Kind.OTHER
    if len(kinds) == 1:
        return kinds.pop()
    return Kind.NUMBER if kinds == {Kind.NUMBER, Kind.BOOLEAN} else None


def _kind(of: pl.DataType) -> Kind:
    if of.is_numeric() or of in (pl.Duration, pl.Time):
        return Kind.NUMBER
    if of in (pl.Date, pl.Datetime):
        return Kind.DATETIME
    if of == pl.Boolean:
        return Kind.BOOLEAN
    return Kind.TEXT if is_text(of) else Kind.OTHER


def is_text(of: pl.DataType) -> bool:
    """Tell whether the cells are words."""
    return of in (pl.String, pl.Categorical, pl.Enum)


def is_mostly_numbers(runs: Runs) -> bool:
    """Tell whether at least half of the known cells of a text column are numbers."""
    known = numbers = 0
    for series in runs():
        known += series.len() - series.null_count()
        numbers += series.len() - _as_number(series).null_count()
    return numbers >= MOSTLY * known


def numbers(runs: Runs) -> Chunks:
    """Return the finite numbers; times are seconds or what their type counts, texts are parsed."""
    return lambda: (values for series in runs() for values in _numbers(series))


def _numbers(series: pl.Series) -> Iterator[Values]:
    if _is_of_integers(series.dtype) and not series.null_count():
        yield from (part.to_numpy().astype(np.float64) for part in series.get_chunks())
    else:
        yield from _finite(_as_number(series))


def _is_of_integers(of: pl.DataType) -> bool:
    # NumPy has none of 128 bits.
    return of.is_integer() and of not in (pl.Int128, pl.UInt128)


def lengths(runs: Runs) -> Chunks:
    """Return the lengths of texts in characters."""
    return lambda: (
        values
        for series in runs()
        for values in _finite(series.cast(pl.String).str.len_chars().cast(pl.Float64))
    )


def picked_words(runs: Runs) -> Runs:
    """Return one word of each text, the one of the smallest hash: the words of a vocabulary.

    One a text, because words of one text come together: counted all, they would be no sample.
    """
    return lambda: (_picked(series) for series in runs())


def _picked(series: pl.Series) -> pl.Series:
    texts = series.cast(pl.String).gather_every(max(1, series.len() // MOST_TEXTS))
    words = texts.str.slice(0, LONGEST_TEXT).str.to_lowercase().str.extract_all(WORD)
    rows = pl.DataFrame({"row": pl.arange(0, len(words), eager=True), "word": words})
    # Two words of one hash come by name, so that the same texts give the same words.
    picked = rows.explode("word").drop_nulls().sort("row", pl.col("word").hash(1), "word")
    return picked.unique("row", keep="first", maintain_order=True)["word"]


def is_row_number(runs: Runs) -> bool:
    """Tell whether integers only ever rise: they count rows, and say nothing of the world."""
    return all(
        _is_of_integers(series.dtype)
        and not series.null_count()
        and series.len() > 1
        # The first rows tell most columns, and need no copy of them.
        and _rises(series.head(FIRST_ROWS))
        and _rises(series)
        for series in runs()
    )


def _rises(series: pl.Series) -> bool:
    values = series.to_numpy()
    return bool(np.all(values[1:] > values[:-1]))


def _as_number(series: pl.Series) -> pl.Series:
    if series.dtype in (pl.Date, pl.Datetime):
        series = series.cast(pl.Datetime("us"), strict=False).to_physical()
    elif series.dtype in (pl.Duration, pl.Time):
        series = series.to_physical()
    elif series.dtype in (pl.Categorical, pl.Enum, pl.String):
        series = series.cast(pl.String).str.strip_chars()
    return series.cast(pl.Float64, strict=False)


def _finite(series: pl.Series) -> Iterator[Values]:
    """Give the finite values part by part, as they lie in memory."""
    for part in series.get_chunks():
        values = part.to_numpy()
        # A finite sum has finite terms only, and is quicker than a look at each.
        with np.errstate(over="ignore", invalid="ignore"):
            is_finite = np.isfinite(values.sum())
        yield values if is_finite else values[np.isfinite(values)]
