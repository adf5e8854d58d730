"""Pairs in printed lines: `Accuracy: 0.93`, `epoch=3 loss=0.2 val_loss=0.4`, `FOLD=0, AUC = 0.9`.

Several may stand in one line. Progress bars, mappings, rounds of boosting and tables are other
sources; a line that holds one of them is not read here.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.line_place import line_place
from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.pairs import Pair, pairs
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import (
    Place,
    before_the_name,
    statement,
    with_told_splits,
)

_OTHER_FORMS = re.compile(
    r"""[{}]|["'][^"']{1,80}["']\s?:|^\[\d+\]\s|^\s?\d+:\s|^\[LightGBM\]|@\[|[│┃║]"""
    r"|\S\s{2,80}(?:Adj\. )?(?:R-squared|Log-Likelihood|AIC|BIC):\s{5}"
)
_HAS_PAIR = re.compile(r"(?:[:=>→≈~]|\b(?:is|was|of|equals|é|es|ist)\b)[ \t]{0,8}\S{0,3}?[\dnNiI.]")


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what the pairs of a text state."""
    for line in text.lines:
        if _HAS_PAIR.search(line.text) and not line.is_bar and not _OTHER_FORMS.search(line.text):
            yield from _read_line(text, line)


def _read_line(text: PrintedText, line: PrintedLine) -> Iterator[Measurement]:
    told = line_place(line.text)
    situation = told.within(line.situation)
    yield from with_told_splits(_stated(text, line, pairs(told.text), situation))


def _stated(
    text: PrintedText, line: PrintedLine, read: list[Pair], situation: Situation
) -> Iterator[Measurement]:
    for pair in read:
        situation = before_the_name(pair.before, situation)
        place = Place(text.source, line.number, text.rank, situation)
        found = statement(
            pair.name, pair.value, place, is_share=pair.is_share, is_bare=pair.is_bare
        )
        if found is not None:
            yield found
