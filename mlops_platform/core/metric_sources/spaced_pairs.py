"""A name and its number side by side, or one below the other: `Test accuracy 0.93`.

Nothing marks such a pair, so every word of the line must be understood, and the number must not
look like a count.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.line_place import line_place
from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_name import metric_name
from mlops_platform.core.measuring.numbers import NUMBER, number
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.statement import Place, statement, with_told_splits

LONGEST_LINE = 300
MOST_NAME_WORDS = 6
_NOT_HERE = re.compile(r"[{}=│┃]|:\s?[-+.\d]|\d\s{0,4}:|[^\s|]\s{2,}[-+.\d]")
_TOKEN = re.compile(r"[^\s,;|]{1,60}")
_DECIMAL = re.compile(rf"(?=[-+\d]*\.\d|\d{{1,3}}%)({NUMBER})(%?)[.,]?")
_TIME = re.compile(r"[\d.]{1,20}(?:ms|us|s|sec|m|h|it/s)[.,]?")
_ALONE = re.compile(rf"\s{{0,20}}({NUMBER})\s?(%?)\s{{0,20}}")
_NAME_ABOVE = re.compile(r"\s{0,8}([^\W\d_][^:=]{1,60})\s?[:=]\s{0,8}")


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what names and numbers beside each other state."""
    before: PrintedLine | None = None
    for line in text.lines:
        if len(line.text) <= LONGEST_LINE and not line.is_bar:
            yield from _in_line(text, line)
            if before is not None:
                yield from _below(text, before, line)
        before = line


def _in_line(text: PrintedText, line: PrintedLine) -> Iterator[Measurement]:
    told = line_place(line.text)
    if _NOT_HERE.search(told.text) or not any(sign.isdigit() for sign in told.text):
        return
    read = _pairs(told.text)
    place = Place(text.source, line.number, text.rank, told.within(line.situation))
    stated = (statement(name, value, place, is_share=share) for name, value, share in read)
    yield from with_told_splits(found for found in stated if found is not None)


def _pairs(line: str) -> list[tuple[str, float, bool]]:
    """Return the line as pairs, nothing where a part of it is not a known name with a number."""
    read: list[tuple[str, float, bool]] = []
    words: list[str] = []
    for token in _TOKEN.findall(line):
        found = _DECIMAL.fullmatch(token)
        if _TIME.fullmatch(token):
            words = []
        elif found is None:
            words.append(token)
            if len(words) > MOST_NAME_WORDS:
                return []
        else:
            name = " ".join(words)
            understood, value = metric_name(name), number(found[1])
            if understood is not None and understood.is_plain and value is not None:
                read.append((name, value, bool(found[2])))
            elif not words:
                return []
            words = []
    is_left_over = bool(words) and not _is_unit(words)
    return [] if is_left_over else read


def _is_unit(words: list[str]) -> bool:
    return len(words) == 1 and words[0].strip("().") in ("%", "percent")


def _below(text: PrintedText, above: PrintedLine, line: PrintedLine) -> Iterator[Measurement]:
    named, alone = _NAME_ABOVE.fullmatch(above.text), _ALONE.fullmatch(line.text)
    if named is None or alone is None:
        return
    understood, value = metric_name(named[1]), number(alone[1])
    if understood is None or not understood.is_plain or value is None:
        return
    place = Place(text.source, line.number, text.rank, above.situation._replace(split=""))
    found = statement(named[1], value, place, is_share=bool(alone[2]), is_bare=alone[1].isdigit())
    if found is not None:
        yield found
