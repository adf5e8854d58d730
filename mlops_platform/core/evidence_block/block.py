"""The fence: lines of JSON between two marks that nothing between them can contain.

A line holds no angle bracket and no backtick, as JSON escapes them, and ASCII alone: no character
that hides or looks like another. The mark is made of the content's own SHA-256.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from pydantic import JsonValue

from mlops_platform.core.evidence_block.shown_text import shown_value
from mlops_platform.core.language_model import BYTES_OF_A_TOKEN

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>`&"}


class Line(NamedTuple):
    """One thing that may be cited by its id; what has none, "", may only be read."""

    id: str
    value: dict[str, JsonValue]
    is_finding: bool = False


class EvidenceBlock(NamedTuple):
    """What is shown: the text with its fence, its lines, and how many findings it leaves out."""

    text: str
    lines: tuple[Line, ...]
    left_out: int

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the text."""
        return sha256(self.text.encode()).hexdigest()

    def ids(self) -> frozenset[str]:
        """Return what may be cited."""
        return frozenset(line.id for line in self.lines if line.id)


def fill(lead: Sequence[Line], lines: Sequence[Line], tokens: int) -> EvidenceBlock | None:
    """Take all of `lead`, then lines in their order as long as they fit.

    Between them a line without an id says how many findings are shown, and how many left out. None
    where not even the first finding fits.
    """
    lead, lines = [_clean(line) for line in lead], [_clean(line) for line in lines]
    room = tokens * BYTES_OF_A_TOKEN - _size([*lead, _counted(0, 0)]) - len(fenced("")) - 64
    taken = []
    for line in lines:
        room -= _size([line])
        if room < 0:
            break
        taken.append(line)
    shown = sum(line.is_finding for line in taken)
    if not shown:
        return None
    left_out = sum(line.is_finding for line in lines) - shown
    kept = (*lead, _counted(shown, left_out), *taken)
    return EvidenceBlock(fenced("".join(map(_written, kept))), kept, left_out)


def fenced(content: str) -> str:
    """Put lines between two marks that are made of their hash."""
    mark = f"evidence-{sha256(content.encode()).hexdigest()[:16]}"
    return f"<{mark}>\n{content}</{mark}>\n"


def tokens_of(text: str) -> int:
    """Estimate how many tokens a text takes."""
    return -(-len(text.encode()) // BYTES_OF_A_TOKEN)


def _counted(shown: int, left_out: int) -> Line:
    return Line("", {"findings_shown": shown, "findings_left_out": left_out})


def _clean(line: Line) -> Line:
    value = shown_value(line.value)
    return Line(line.id, value if isinstance(value, dict) else {}, line.is_finding)


def _written(line: Line) -> str:
    value = ({"id": line.id} if line.id else {}) | line.value
    return json.dumps(value, ensure_ascii=True, allow_nan=False).translate(_ESCAPED) + "\n"


def _size(lines: Sequence[Line]) -> int:
    return sum(len(_written(line)) for line in lines)
