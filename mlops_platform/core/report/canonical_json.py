"""Values as JSON text that is the same bytes for the same value, and that every reader accepts."""

import json
from typing import TYPE_CHECKING

from mlops_platform.core.report.escaping import storable

if TYPE_CHECKING:
    from pydantic import JsonValue


def canonical_json(value: "JsonValue") -> str:
    """Write plain values as ASCII JSON, in their own order. Raises ValueError for NaN and infinity.

    ASCII, because a terminal obeys some characters that JSON would leave as they are.
    """
    return json.dumps(_clean(value), ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _clean(value: "JsonValue") -> "JsonValue":
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {storable(key): _clean(item) for key, item in value.items()}
    return value
