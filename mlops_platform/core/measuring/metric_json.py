"""JSON as programs write it: with `NaN` and `Infinity`, which the format does not know.

They stay text, so that one of them does not cost all that stands beside it.
"""

import json

from mlops_platform.core.facts.text.documents import (
    MAX_DIGITS,
    MAX_NODES,
    TooLargeDocumentError,
    Value,
    plain,
)
from mlops_platform.core.measuring.measurement import Unread


def parse_metric_json(path: str, text: str, nodes: int = MAX_NODES) -> "Value | Unread":
    """Return the value that a text holds, or why it cannot be read."""
    try:
        return plain(json.loads(text, parse_constant=str, parse_int=_integer), nodes)
    except TooLargeDocumentError as error:
        return Unread(f"{path}: JSON with {error}")
    except RecursionError:
        return Unread(f"{path}: JSON nested too deep")
    except MemoryError:
        return Unread(f"{path}: JSON too large for the memory limit")
    except ValueError:
        return Unread(f"{path}: not valid JSON")


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits
