"""The summary of a fit by statsmodels, as it is printed: how well the model fits its own data."""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.printed_text import PrintedText
from mlops_platform.core.measuring.statement import Place, statement

MOST_ROWS = 40
_TITLE = re.compile(r"\s{0,80}[A-Z][\w() .-]{1,60} Results\s{0,80}")
_RULE = re.compile(r"={20,200}")
# What is uncentered is measured against another baseline, and is no R² as others mean it.
_CELL = re.compile(
    r"(?:^|\s{2})(R-squared|Adj\. R-squared|Log[- ]Likelihood|AIC|BIC):?\s{2,80}"
    r"(-?\d[\d.]{0,30}(?:e[-+]?\d{1,3})?)(?=\s|$)"
)


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what stands between the first two rules below a title."""
    rules, left = 0, 0
    for line in text.lines:
        if _TITLE.fullmatch(line.text):
            rules, left = 0, MOST_ROWS
        elif left and _RULE.fullmatch(line.text.strip()):
            rules += 1
            left = 0 if rules > 1 else left
        elif left:
            left -= 1
            place = Place(text.source, line.number, text.rank, line.situation)
            yield from _read_row(line.text, place) if rules else ()


def _read_row(row: str, place: Place) -> Iterator[Measurement]:
    own = place._replace(situation=place.situation._replace(split="train"))
    for found in _CELL.finditer(row):
        value = number(found[2])
        stated = None if value is None else statement(found[1], value, own)
        if stated is not None:
            yield stated
