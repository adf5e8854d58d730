"""JSON as the standard has it, from whoever may be hostile: nothing is repaired or guessed."""

import json
import re

LARGEST_BYTES = 64 * 1024
_FENCE = re.compile(r"\A```(?:json)?[ \t]*\n(.*)\n```\Z", re.DOTALL)


class NotJsonError(ValueError):
    """A text that is not one JSON object; the message is a clause that quotes nothing."""


def read_object(text: str) -> dict[str, object]:
    """Read one object. Raises NotJsonError.

    One code fence around all of it is taken off: many models cannot leave it out. Keys that occur
    twice, NaN and infinity are refused.
    """
    if len(text.encode(errors="replace")) > LARGEST_BYTES:
        raise NotJsonError(f"it is larger than {LARGEST_BYTES // 1024} KiB")
    bare = text.strip()
    fence = _FENCE.match(bare)
    try:
        value = json.loads(
            fence[1] if fence else bare, object_pairs_hook=_unique, parse_constant=_refused
        )
    except NotJsonError:
        raise
    except RecursionError:
        raise NotJsonError("it is nested too deeply") from None
    except ValueError:
        raise NotJsonError("it is not one whole JSON object") from None
    if not isinstance(value, dict):
        raise NotJsonError("it is not a JSON object")
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotJsonError("a key occurs twice in one object")
    return value


def _refused(_constant: str) -> object:
    raise NotJsonError("NaN and infinity are no JSON")
