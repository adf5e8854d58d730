"""Numbers in text, as values that can be compared: does a sentence state only what was shown?

`0.50`, `.5` and `0.5` are one number, as are `1,200`, `1 200` and `1200`. A percentage is the
fraction between 0 and 1 that it means, and no other number. Nothing is rounded. What can be read
in two ways, such as `0,5` or `twenty-five`, is known only where it stands as it is written.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
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
    "halved": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "one": Decimal(1),
    "twice": Decimal(2),
    "doubled": Decimal(2),
    "thrice": Decimal(3),
    "tripled": Decimal(3),
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
    "trillion": Decimal(1_000_000_000_000),
}

_TERMS = re.compile(
    r"\b(?:F1|R2|L1|L2|S3|EC2|K8s|OAuth2|UTF-?8|SHA-?(?:1|256)|MD5|x86|HTTP/2|[123]D"
    r"|(?:b?float|fp|bf|int|uint)(?:8|16|32|64))\b",
    re.IGNORECASE,
)
"""Names of the field that hold a digit and state no number."""

_NUMBER = re.compile(
    r"(?P<grouped>\d{1,3}(?:[, _']\d{3})+(?!\d|,\d)(?:\.\d+)?)"
    r"|(?P<literal>\d+(?:\.\d+){2,}|\d+(?:,\d+)+(?:\.\d+)*|\b[IVX]{2,}\b)"
    r"|(?P<plain>(?:\d+(?:\.\d+)?|(?<![\w.])\.\d+)(?:[eE][+-]?\d{1,3}(?![\w.]))?)"
)
_PART = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
_WORD = "|".join(WORDS)
_WORDS = re.compile(
    rf"\b(?P<run>(?:{_WORD})(?:[ -](?:{_WORD}))*)(?:s|-?fold)?\b"
    rf"|\b(?P<part>(?:an?|one)[ -](?:{_PART}) of|(?:{_PART})s)\b",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r" ?%| (?:percent|per cent|points?|out of|(?:of|in) (?:\d+|ten))\b")
_OF_TEN = re.compile(
    r"(?<![\d.,])(\d+(?:\.\d+)?)(?: ?/ ?| of | out of )(?:10|ten)\b(?! ?%|[.,]?\d)"
)
_PERCENT = re.compile(r" ?(?:%|percent|per cent|pct)", re.IGNORECASE)
_MINUS = re.compile(r"(?:^|[\s(\[=<>:≈~,])[-–]$")


class Number(NamedTuple):
    """A number as it is meant; what is known only as written, such as `1.2.3`, is its text."""

    value: Decimal | str
    is_percent: bool = False


class Mention(NamedTuple):
    """A number in a text, as written, and what it may mean, the surest reading first."""

    text: str
    readings: tuple[Number, ...]


def mentions(text: str) -> Iterator[Mention]:
    """Yield every number of a text, in digits or in words.

    `4.3 of 10` is a score: it states 4.3, and its scale, but no ten.
    """
    plain = _TERMS.sub(" ", _in_digits(text))
    for found in _OF_TEN.finditer(plain):
        score = Number(f"{Decimal(found[1]).normalize():f} of 10")
        yield Mention(found[0], (score, Number(Decimal(10))))
    plain = _OF_TEN.sub(r"\1 ", plain)
    for found in _NUMBER.finditer(plain):
        yield Mention(found[0], (_figures(plain, found),))
    for found in _WORDS.finditer(plain):
        if not _is_pronoun(plain, found):
            yield Mention(found[0], (_spelled(plain, found),))


def numbers_of(value: JsonValue) -> Iterator[Number]:
    """Yield every number that a value states."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield Number(Decimal(repr(value)))
    elif isinstance(value, str):
        yield from (mention.readings[0] for mention in mentions(value))
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from numbers_of(item)


def unstated(text: str, known: Collection[Number]) -> list[str]:
    """Return the numbers of a text, as written, that are not among the known ones."""
    return [
        mention.text
        for mention in mentions(text)
        if not any(_is_stated(reading, known) for reading in mention.readings)
    ]


def _is_stated(number: Number, known: Collection[Number]) -> bool:
    return number in known or any(each in known for each in _same(number))


def _same(number: Number) -> Iterator[Number]:
    """Yield the other form of a fraction: 0.25 for 25 %, and back; never of a whole number."""
    if isinstance(number.value, str):
        return
    value = number.value / 100 if number.is_percent else number.value
    if 0 < value < 1:
        yield Number(value, is_percent=False) if number.is_percent else Number(value * 100, True)


def _in_digits(text: str) -> str:
    """Write signs such as `½`, `Ⅷ` and `九` as the numbers that they are."""
    written = "".join(_figure(sign) if sign.isnumeric() else sign for sign in text)
    return unicodedata.normalize("NFKC", written).replace("\N{MINUS SIGN}", "-")


def _figure(sign: str) -> str:
    is_digit = unicodedata.digit(sign, None) is not None
    return sign if is_digit else f" {unicodedata.numeric(sign):g} "


def _figures(text: str, found: re.Match[str]) -> Number:
    if found["literal"]:
        return Number(found[0], _is_percent(text, found))
    sign = "-" if _MINUS.search(text[max(0, found.start() - 2) : found.start()]) else ""
    digits = re.sub("[, _']", "", found[0])
    return Number(Decimal(sign + digits), _is_percent(text, found))


def _spelled(text: str, found: re.Match[str]) -> Number:
    words = (found["run"] or found["part"]).lower()
    return Number(WORDS.get(words, words), _is_percent(text, found))


def _is_pronoun(text: str, found: re.Match[str]) -> bool:
    """Tell `this one` from `one percent`."""
    return (found["run"] or "").lower() == "one" and not _OF_ONE.match(text, found.end())


def _is_percent(text: str, found: re.Match[str]) -> bool:
    return bool(_PERCENT.match(text, found.end()))
