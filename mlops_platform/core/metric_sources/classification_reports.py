"""The classification report of scikit-learn, as it is printed: accuracy and the averages.

The rows of single classes are left alone: their names are values of the data.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.printed_text import PrintedText
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, statement

MOST_ROWS = 2000
_HEADER = re.compile(r"\s{0,200}precision\s{1,40}recall\s{1,40}f1-score\s{1,40}support\s{0,8}")
_AVERAGE = re.compile(
    r"\s{0,200}(?P<average>(?:macro|weighted|micro|samples) avg|avg / total)"
    r"\s{1,40}(?P<precision>[\d.]{1,12})\s{1,40}(?P<recall>[\d.]{1,12})"
    r"\s{1,40}(?P<f1>[\d.]{1,12})\s{1,40}[\d.]{1,20}"
)
_ACCURACY = re.compile(r"\s{0,200}accuracy\s{1,80}(?P<accuracy>[\d.]{1,12})\s{1,40}[\d.]{1,20}")
_ROW = re.compile(r".{1,300}\s[\d.]{1,12}\s{1,40}[\d.]{1,20}\s{0,8}")


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield accuracy and averages of each report."""
    left, situation = 0, Situation()
    for line in text.lines:
        if _HEADER.fullmatch(line.text):
            # Blank lines are part of a report, so its rows stand where its header stands.
            left, situation = MOST_ROWS, line.situation
        elif left and not line.is_blank:
            left = left - 1 if _ROW.fullmatch(line.text) else 0
            place = Place(text.source, line.number, text.rank, situation)
            yield from _read_row(line.text, place) if left else ()


def _read_row(row: str, place: Place) -> Iterator[Measurement]:
    for form in (_ACCURACY, _AVERAGE):
        found = form.fullmatch(row)
        for name, said in found.groupdict().items() if found else ():
            value = number(said)
            average = found["average"] if found and form is _AVERAGE else ""
            if name != "average" and value is not None:
                stated = statement(f"{_short(average)} {name}".strip(), value, place)
                yield from [stated] if stated else []


def _short(average: str) -> str:
    return "weighted" if average == "avg / total" else average.removesuffix(" avg")
