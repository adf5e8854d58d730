"""Text of a repository as a language model may see it: one clean, short line without secrets."""

from itertools import accumulate

from pydantic import JsonValue

from mlops_platform.core.evidence_block.redaction import without_places, without_secrets
from mlops_platform.core.report.escaping import REPLACEMENT, one_line

LONGEST = 300
ESCAPE = 6
"""Bytes of a character outside ASCII as JSON writes it; a text may take two for each of its own."""

_MOST_READ = 4_000


def shown(text: str, limit: int = LONGEST) -> str:
    """Return text without hidden characters, secrets and places of a machine, clipped."""
    line = one_line(_begun(text), _MOST_READ).replace(REPLACEMENT, "")
    return one_line(_within(without_places(without_secrets(line)), 2 * limit), limit)


def shown_value(value: JsonValue, limit: int = LONGEST) -> JsonValue:
    """Return a value in which every text is shown so; keys are ours and stay."""
    if isinstance(value, str):
        return shown(value, limit)
    if isinstance(value, list):
        return [shown_value(item, limit) for item in value]
    if isinstance(value, dict):
        return {key: shown_value(item, limit) for key, item in value.items()}
    return value


def _within(line: str, size: int) -> str:
    """Cut what would take much room: others' text is not to crowd out findings."""
    sizes = accumulate(1 if sign.isascii() else ESCAPE for sign in line)
    kept = sum(1 for taken in sizes if taken <= size)
    return line if kept == len(line) else line[:kept] + "…"


def _begun(text: str) -> str:
    """Cut between words: half a secret has another shape."""
    if len(text) < _MOST_READ:
        return text
    return text[: _MOST_READ - 1].rpartition(" ")[0] or text[: _MOST_READ - 1]
