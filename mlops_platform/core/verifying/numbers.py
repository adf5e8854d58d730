"""Numbers in text, as values that can be compared: does a sentence state only what was shown?

`0.50`, `.5` and `0.5` are one number, as are `1,200`, `1 200` and `1200`. A percentage is the
fraction between 0 and 1 that it means, and no other number. Nothing is rounded.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from pydantic import JsonValue

_COUNTED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty".split()
)
WORDS = {word: Decimal(value) for value, word in enumerate(_COUNTED, start=2)} | {
    "zero": Decimal(0),
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "dozen": Decimal(12),
    "thirty": Decimal(30),
    "forty": Decimal(40),
    "fifty": Decimal(50),
    "sixty": Decimal(60),
    "seventy": Decimal(70),
    "eighty": Decimal(80),
    "ninety": Decimal(90),
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
}
"""`one` is not among them: it is a pronoun more often than a number."""

_TERMS = re.compile(
    r"\b(?:F1|R2|L1|L2|S3|EC2|K8s|OAuth2|UTF-?8|SHA-?(?:1|256)|MD5|x86|HTTP/2|[123]D"
    r"|(?:b?float|fp|bf|int|uint)(?:8|16|32|64))\b",
    re.IGNORECASE,
)
"""Names of the field that hold a digit and state no number."""

_NUMBER = re.compile(
    r"(?P<version>\d+(?:\.\d+){2,})"
    r"|(?P<grouped>\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?)"
    r"|(?P<plain>(?:\d+(?:\.\d+)?|(?<![\w.])\.\d+)(?:[eE][+-]?\d{1,3}(?![\w.]))?)"
)
_WORD = re.compile(rf"\b({'|'.join(WORDS)})s?\b", re.IGNORECASE)
_PERCENT = re.compile(r" ?(?:%|percent|per cent)", re.IGNORECASE)
_MINUS = re.compile(r"(?:^|[\s(\[=<>:≈~,])-$")


class Number(NamedTuple):
    """A number as it is meant; a version such as `1.2.3` is its text."""

    value: Decimal | str
    is_percent: bool = False


class Mention(NamedTuple):
    """A number in a text, with its readings: `1,200` may be one number or two."""

    text: str
    readings: tuple[tuple[Number, ...], ...]


def mentions(text: str) -> Iterator[Mention]:
    """Yield every number of a text, in digits or in words."""
    plain = _TERMS.sub(" ", unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-"))
    for found in _NUMBER.finditer(plain):
        yield _mention(plain, found)
    for found in _WORD.finditer(plain):
        yield Mention(found[0], ((Number(WORDS[found[1].lower()], _is_percent(plain, found)),),))
    for sign in plain:
        if sign.isnumeric() and not sign.isdecimal():
            yield Mention(sign, ((Number(Decimal(str(unicodedata.numeric(sign)))),),))


def numbers_of(value: JsonValue) -> Iterator[Number]:
    """Yield every number that a value states, in whichever reading."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield Number(Decimal(repr(value)))
    elif isinstance(value, str):
        for mention in mentions(value):
            for reading in mention.readings:
                yield from reading
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from numbers_of(item)


def unstated(text: str, known: Collection[Number]) -> list[str]:
    """Return the numbers of a text, as written, that are not among the known ones."""
    return [
        mention.text
        for mention in mentions(text)
        if not any(_are_stated(reading, known) for reading in mention.readings)
    ]


def _are_stated(reading: Iterable[Number], known: Collection[Number]) -> bool:
    return all(
        number in known or any(each in known for each in _same(number)) for number in reading
    )


def _same(number: Number) -> Iterator[Number]:
    """Yield the other form of a fraction: 0.25 for 25 %, and back; never of a whole number."""
    if isinstance(number.value, str):
        return
    value = number.value / 100 if number.is_percent else number.value
    if 0 < value < 1:
        yield Number(value, is_percent=False) if number.is_percent else Number(value * 100, True)


def _mention(text: str, found: re.Match[str]) -> Mention:
    if found["version"]:
        return Mention(found[0], ((Number(found[0]),),))
    sign = "-" if _MINUS.search(text[max(0, found.start() - 2) : found.start()]) else ""
    is_percent = _is_percent(text, found)
    if found["plain"]:
        return Mention(found[0], ((Number(Decimal(sign + found[0]), is_percent),),))
    parts = re.split("[, ]", found[0])
    whole = Number(Decimal(sign + "".join(parts)), is_percent)
    apart = [Number(Decimal(part)) for part in parts]
    last = apart[-1]._replace(is_percent=is_percent)
    return Mention(found[0], ((whole,), (*apart[:-1], last)))


def _is_percent(text: str, found: re.Match[str]) -> bool:
    return bool(_PERCENT.match(text, found.end()))
