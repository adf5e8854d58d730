"""Messages that say that a library has moved on, and the releases before it did.

What is known stands in `drifts.toml`. Where a library has a switch for the former behaviour, the
switch is the smaller change.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure

_FILE = Path(__file__).with_name("drifts.toml")
_LOOKED_AT = 400


class Drift(NamedTuple):
    """A message, the limits that bring back what the code expects, or the switch that does.

    `python` is the newest minor version of Python 3 that the code runs under, where it is the
    language that moved on.
    """

    message: re.Pattern[str]
    bounds: tuple[str, ...] = ()
    switch: tuple[str, str] | None = None
    python: int | None = None


@cache
def drifts() -> tuple[Drift, ...]:
    """Return what is known, in the order in which it is asked."""
    known = tomllib.loads(_FILE.read_text(encoding="utf-8"))["drift"]
    return tuple(
        Drift(
            message=re.compile("|".join(each["says"])),
            bounds=tuple(each.get("bounds", ())),
            switch=(each["switch"][0], each["switch"][1]) if "switch" in each else None,
            python=each.get("python"),
        )
        for each in known
    )


def known_drift(failure: Failure) -> tuple[Drift, str] | None:
    """Return the drift that the end of the log speaks of, and the line that does."""
    for drift in drifts():
        for line in reversed(failure.lines[-_LOOKED_AT:]):
            if drift.message.search(line):
                return drift, line
    return None
