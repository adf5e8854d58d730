"""Names and texts that an experiment store takes, made of foreign ones."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from mlops_platform.core.report.escaping import one_line

T = TypeVar("T")
Pairs = tuple[tuple[str, str], ...]

LONGEST_NAME, LONGEST_TEXT = 200, 5000
"""The store takes 250 and 8000 characters; the rest is for what is added to tell names apart."""
SYSTEM = "system/"
"""What the store shows apart from the model's own metrics: measured by us, never by the run."""
_REFUSED = re.compile(r"[^/\w.\- :]")


def store_key(name: str) -> str:
    """Return a name as metrics and parameters may have it: no odd signs, no path that climbs."""
    parts = (part.strip(" ") for part in _REFUSED.sub("_", one_line(name, 1000)).split("/"))
    key = "/".join(part for part in parts if part.strip("."))[:LONGEST_NAME].strip("/ ")
    key = key.lstrip(".") or "unnamed"
    return f"reported_{key}" if key.startswith(SYSTEM) or key == SYSTEM[:-1] else key


def distinct(things: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, T]]:
    """Name each thing; a name that was given already gets a number."""
    given: set[str] = set()
    named = []
    for thing in things:
        wanted = name(thing)
        key, number = wanted, 2
        while key in given:
            key, number = f"{wanted}_{number}", number + 1
        given.add(key)
        named.append((key, thing))
    return named


def tag_text(text: str) -> str:
    """Return a text as one line that a tag may hold."""
    return one_line(text, LONGEST_TEXT)
