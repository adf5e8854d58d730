"""Delimited text without surprises, parsed at once instead of row by row.

No quotes, every line as many cells, UTF-8: that is most of it. What is otherwise is left to
`delimited`, which counts what is odd; on plain text both read the same cells.
"""

import codecs
import csv

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mlops_platform.core.facts.tables.dialect import Dialect
from mlops_platform.core.facts.tables.table import TableBudget

ENCODINGS = frozenset({"utf-8", "utf-8-sig"})
LINE_END = ord("\n")


def plain_lines(content: bytes, budget: TableBudget, *, is_cut: bool) -> bytes | None:
    """Return the whole lines of a content with one sort of end, or None where it is not plain."""
    text = content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    if is_cut:
        whole = text.rfind(b"\n") + 1
        if len(text) - whole > budget.line_bytes:
            return None
        text = text[:whole]
    odd = (b'"', b"\r", b"\0", b"\n\n")
    return None if not text or text[:1] == b"\n" or any(sign in text for sign in odd) else text


def read_plain(
    text: bytes, dialect: Dialect, width: int, budget: TableBudget
) -> tuple[pl.DataFrame, str] | None:
    """Read the cells of plain lines, and what was left out of them; None where a line is odd."""
    ends = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == LINE_END)
    starts = np.concatenate([[0], ends + 1])
    lines = len(starts) - (starts[-1] == len(text))
    longest = int(np.diff(starts, append=len(text)).max())
    if longest > min(csv.field_size_limit(), budget.line_bytes):
        return None
    # As many cells as in a table of this width; with no line too long, none is too short.
    sign = dialect.delimiter.encode()
    if text.count(sign) != lines * (width - 1):
        return None
    # A line that is too long by empty cells alone is none to polars.
    if (sign + b"\n" in text or text.endswith(sign)) and not _is_even(text, sign, starts[:lines]):
        return None
    most = budget.rows_of(width)
    try:
        frame = pl.read_csv(
            text,
            separator=dialect.delimiter,
            has_header=False,
            skip_rows=int(dialect.has_header),
            schema={f"c{n}": pl.String for n in range(width)},
            quote_char=None,
            n_rows=most,
        )
    except pl.exceptions.PolarsError:
        return None
    rows = lines - dialect.has_header
    if frame.height != min(rows, most):
        return None
    # In one piece: sums must not depend on how many processors read.
    return frame.rechunk(), f"only the first {most} rows were read" if rows > most else ""


def _is_even(text: bytes, sign: bytes, starts: NDArray[np.int64]) -> bool:
    """Tell whether the delimiters, as many as even lines hold, are spread over them evenly."""
    found = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == sign[0])
    by_line = np.searchsorted(found, starts)
    return bool((by_line == np.arange(len(starts)) * (len(found) // len(starts))).all())
