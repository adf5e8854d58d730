"""The fields of a message in protocol buffers, without knowing what the message is."""

from collections.abc import Iterator
from typing import NamedTuple

MOST_VARINT_BYTES = 10
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
_SIZES = {FIXED64: 8, FIXED32: 4}


class Field(NamedTuple):
    """One field: its number, its form, and its value as a number or as bytes."""

    number: int
    kind: int
    value: int
    data: memoryview


def fields(data: memoryview) -> Iterator[Field]:
    """Yield the fields of a message, up to the first that has no end or an unknown form."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        value, size = 0, _SIZES.get(kind, 0)
        if kind == VARINT:
            value, at = _varint(data, at)
        elif kind == BYTES:
            size, at = _varint(data, at)
        elif not size:
            return
        if at < 0 or at + size > len(data):
            return
        yield Field(number, kind, value, data[at : at + size])
        at += size


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    """Return a number and the place behind it; a place before the data where it has no end."""
    value = 0
    if at < 0:
        return 0, -1
    for index, byte in enumerate(data[at : at + MOST_VARINT_BYTES]):
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:  # noqa: PLR2004 (the last byte has no continuation bit)
            return value, at + index + 1
    return 0, -1
