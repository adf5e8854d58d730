"""Names with their numbers in a printed line: `loss: 0.5`, `acc=0.9`, `accuracy is 0.93`."""

import re
from typing import NamedTuple

from mlops_platform.core.measuring.numbers import NOT_FINITE, NUMBER, number

MOST_PAIRS = 60
_PAIR = re.compile(
    r"(?P<sign>\s?(?:[:=]{1,2}>?|->|→|≈|~)\s{0,2}|\s(?:is|was|of|equals|é|es|ist)(?:\s?[:=]\s{0,2}|\s{1,2}))"
    rf"(?:R\$|[$€£])?\s?(?P<number>{NUMBER}|{NOT_FINITE})"
)
_SPACES = re.compile(r"[ \t]{3,}")
_PER_CENT = re.compile(r"\s?(?:%|percent\b|per cent\b)")
_FRACTION = re.compile(r"\s?/\s?(?P<whole>\d{1,12})\s?\(\s?\d{1,3}(?:\.\d{1,9})?\s?%\s?\)")
_IS_OVER = re.compile(
    r"\s*$|\s?[;|)\]}]|\s?,(?!\d)|\t|\s{2}|\s[-–—|/•·([]|\s?(?:±|\+/-|\+-)|[.!](?:\s|$)"
    r"|\s(?:after|on|at|in|for|with|over|from|using|and|vs)\b"
)
_DELIMITER = re.compile(r":\s|\s[-–—|•·]\s?|\s>\s|[,;|\t\]}]\s?|\s{2}|…|\.\s")
_IN_CALL = re.compile(r"\w\([^()]*\Z")
MOST_WORDS_BETWEEN = 4


class Pair(NamedTuple):
    """A name, the number that it has, and what stands before both.

    `is_share`: per cent, or a fraction of a count. `is_bare`: digits only, as counts are.
    """

    before: tuple[str, ...]
    name: str
    value: float
    is_share: bool
    is_bare: bool


def pairs(text: str) -> list[Pair]:
    """Return the pairs of a line, in order; what is followed by another word is no pair."""
    text = _SPACES.sub("  ", text)
    found: list[Pair] = []
    start = 0
    matches = list(_PAIR.finditer(text))[:MOST_PAIRS]
    for match, after in zip(matches, [*matches[1:], None], strict=False):
        named = text[start : match.start()]
        start = match.end()
        if _IN_CALL.search(text, 0, match.start()):
            continue
        pair = _pair(text, named, match, text[match.end() : after.start()] if after else None)
        if pair is not None:
            found.append(pair)
    return found


def _pair(text: str, named: str, match: re.Match[str], between: str | None) -> Pair | None:
    *before, name = _pieces(named) or [""]
    value = number(match["number"])
    if not name or value is None:
        return None
    is_bare = match["number"].isdigit()
    rest = text[match.end() :]
    fraction = _FRACTION.match(rest)
    if fraction and float(fraction["whole"]) >= value and float(fraction["whole"]) > 0:
        return Pair(tuple(before), name, value / float(fraction["whole"]), True, False)
    per_cent = _PER_CENT.match(rest)
    rest = rest[per_cent.end() :] if per_cent else rest
    is_followed = between is not None and _is_short(between)
    if not (_IS_OVER.match(rest) or is_followed):
        return None
    return Pair(tuple(before), name, value, bool(per_cent), is_bare)


def _is_short(between: str) -> bool:
    return between[:1] in (" ", "%") and len(between.split()) <= MOST_WORDS_BETWEEN


def _pieces(named: str) -> list[str]:
    pieces = (
        piece.lstrip(" \t,;|-–—([{})]/:*>#%").rstrip(" \t,;|-–—([{/:*>#%")
        for piece in _DELIMITER.split(named)
    )
    return [piece for piece in pieces if any(letter.isalnum() for letter in piece)]
