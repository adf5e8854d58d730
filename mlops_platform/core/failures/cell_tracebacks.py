"""IPython's tracebacks, which a notebook leaves: their frames are drawn around arrows."""

import re
from collections.abc import Iterator, Sequence

from mlops_platform.core.failures.raised import Frame, Raised

_HEADLINE = re.compile(r"([A-Za-z_][\w.]{0,200})\s{1,200}Traceback \(most recent call last\)")
_CELL = re.compile(r"(Cell In ?\[\d{1,6}\]), line (\d{1,7})(?:, in ([\w.<>]{1,200}))?")
_FILE = re.compile(r"File ([^:]{1,1000}):(\d{1,7})(?:, in ([\w.<>]{1,200}))?")
_ARROW = re.compile(r"-{1,10}> ?\d{1,7} (.{0,2000})")


def read_cell_traceback(lines: Sequence[str]) -> Raised | None:
    """Return the exception that ended a cell, None where no notebook was run."""
    for start in range(len(lines) - 1, -1, -1):
        headline = _HEADLINE.fullmatch(lines[start].strip())
        if headline:
            return _exception(headline[1], lines[start + 1 :])
    return None


def _exception(name: str, lines: Sequence[str]) -> Raised | None:
    said = f"{name}:"
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].startswith(said):
            message = lines[number].removeprefix(said).strip()
            return Raised(name, message, tuple(_frames(lines[:number])))
    return None


def _frames(lines: Sequence[str]) -> Iterator[Frame]:
    place: re.Match[str] | None = None
    for line in lines:
        place = _CELL.match(line) or _FILE.match(line) or place
        arrow = _ARROW.match(line)
        if place and arrow:
            yield Frame(place[1].strip(), int(place[2]), place[3] or "", arrow[1].strip())
            place = None
