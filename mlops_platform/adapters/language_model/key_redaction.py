"""Keeps the key out of what is told: a service knows it, and may repeat it."""

import json
import re
from collections.abc import Iterator
from itertools import groupby

from mlops_platform.core.report.escaping import one_line

SHORTEST_SECRET = 8
"""A shorter key is a word that a keyless service is given, such as EMPTY."""
WINDOW = 16
"""So many characters of a key in a row are a part of it; the known beginnings are shorter."""
QUOTED_CHARACTERS = 200
READ_CHARACTERS = 4_000
HIDDEN = "[key]"
_NO_MARKS = str.maketrans("“”", "''")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def holds_key(text: str, key: str) -> bool:
    """Tell whether a text holds a key or a good part of it, JSON escapes resolved."""
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).replace("\\/", "/")
    return any(part in text or part in plain for part in _parts(key))


def quoted(text: str, key: str) -> str:
    """Return foreign text as it may be shown: short, in one line, without controls and key."""
    shown = one_line(text[:READ_CHARACTERS], READ_CHARACTERS)
    hidden = {
        position
        for part in _parts(key)
        for found in re.finditer(re.escape(part), shown)
        for position in range(*found.span())
    }
    pieces = (
        HIDDEN if is_hidden else "".join(shown[position] for position in run)
        for is_hidden, run in groupby(range(len(shown)), key=hidden.__contains__)
    )
    return one_line("".join(pieces), QUOTED_CHARACTERS)


def quotation(text: str, key: str) -> str:
    """Return a colon and foreign text between marks that it cannot hold, "" for none."""
    said = quoted(text.translate(_NO_MARKS), key)
    return f": “{said}”" if said else ""


def error_message(body: str) -> str:
    """Return what an error body says: its `message` where it has one, else all of it."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return body
    if isinstance(found, list):  # as gemini does
        found = found[0] if found else ""
    error = found.get("error", found) if isinstance(found, dict) else found
    message = error.get("message", "") if isinstance(error, dict) else error
    return message if isinstance(message, str) and message else body


def _parts(key: str) -> Iterator[str]:
    if len(key) < SHORTEST_SECRET:
        return
    window = min(WINDOW, len(key))
    for start in range(len(key) - window + 1):
        yield key[start : start + window]
