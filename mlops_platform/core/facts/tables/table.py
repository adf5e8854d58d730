"""A table as it was read: its names, its cells, and how much of it there is."""

from typing import NamedTuple

import polars as pl

from mlops_platform.core.facts.text.texts import clean

NAME_LENGTH = 80


class TableBudget(NamedTuple):
    """How much of one file is read: enough for exact counts of what most repositories hold.

    Rows and cells decide on memory: at these numbers a reader stays below 1 GiB.
    """

    content_bytes: int = 64 << 20
    rows: int = 1_000_000
    cells: int = 6_000_000
    columns: int = 5_000
    line_bytes: int = 1 << 20

    def rows_of(self, width: int) -> int:
        """Return how many rows of so many cells may be read."""
        return max(1, min(self.rows, self.cells // max(1, width)))


class Table(NamedTuple):
    """The rows that were read, as columns `c0`, `c1`, … whose names are in `names`.

    `limit` is empty where all rows were read. Cells are text, or what the format typed.
    """

    format: str
    names: tuple[str, ...]
    frame: pl.DataFrame
    limit: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None
    uneven_rows: int = 0
    undecodable_rows: int = 0


def shown_name(name: str, position: int) -> str:
    """Return a column's name, clipped and on one line; a column without one gets its number."""
    text = " ".join(clean(name[: NAME_LENGTH * 4]).split())
    if len(text) > NAME_LENGTH:
        text = text[: NAME_LENGTH - 1] + "…"
    return text or f"(column {position + 1})"


def text_frame(columns: list[list[str | None]]) -> pl.DataFrame:
    """Make a frame of text columns."""
    return pl.DataFrame(
        [pl.Series(f"c{n}", cells, dtype=pl.String) for n, cells in enumerate(columns)]
    )
