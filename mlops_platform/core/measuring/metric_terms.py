"""What metrics are called: the words of a name, its key, the better direction, possible values."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

Direction = Literal["higher", "lower", ""]
LONGEST_TERM = 6
_FILE = Path(__file__).with_suffix(".toml")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2,}\b)")
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?\+*|@")
_POSSESSIVE = re.compile(r"['’]s\b")
_SQUARED = str.maketrans({"²": "2", "^": "", "₂": "2", "₁": "1"})
# Per cent, and a share that a division put a hair above one.
_PER_CENT, _ONE = 100.0, 1.0 + 1e-6


class Term(NamedTuple):
    """One metric, however it is spelled; `range` says which values it can have."""

    key: str
    direction: Direction
    range: str
    is_weak: bool
    is_short: bool = False

    def can_be(self, value: float) -> bool:
        """Tell whether a metric of this kind can have a value, as a share or as per cent."""
        size = abs(value)
        if self.range == "share":
            return 0 <= value <= _PER_CENT
        if self.range == "correlation":
            return size <= _PER_CENT
        if self.range == "at_most_one":
            return value <= _ONE
        return value >= 0 or self.range != "not_negative"


def words_of(name: str) -> tuple[str, ...]:
    """Split a name into lower-case words: at spaces, signs, underscores and inner capitals."""
    text = _POSSESSIVE.sub("", name.translate(_SQUARED))
    plain = tuple(_WORD.findall(text.lower()))
    if any(end_of(plain[: len(plain) - cut]) for cut in range(len(plain))):
        return plain
    return tuple(_WORD.findall(_CAMEL.sub(" ", text).lower()))


def end_of(words: tuple[str, ...]) -> tuple[Term, int] | None:
    """Return the term that the last words name, the longest one, and how many words it takes."""
    for length in range(min(LONGEST_TERM, len(words)), 0, -1):
        term = _terms().get(words[-length:])
        if term is not None:
            return term, length
    return None


@cache
def _terms() -> dict[tuple[str, ...], Term]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    terms = {}
    for key, table in tables.items():
        term = Term(key, table["direction"], table["range"], table.get("is_weak", False))
        for spelling in (key.replace("_", " "), *table.get("also", ())):
            terms[tuple(spelling.split())] = term
        for spelling in table.get("short", ()):
            terms[(spelling,)] = term._replace(is_short=True)
    return terms
