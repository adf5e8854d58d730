"""Scalars in one event of TensorBoard: just as much of protocol buffers as they need.

Event: 2 step, 5 summary. Summary: 1 value. Value: 1 tag, 2 simple_value, 8 tensor. Tensor: 1 dtype,
4 tensor_content, 5 float_val, 6 double_val.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

LARGEST_EVENT = 1 << 20
LONGEST_TAG = 250
MOST_VARINT_BYTES = 10
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_SIZES = {_FIXED64: 8, _FIXED32: 4}
_FLOAT, _DOUBLE = 1, 2
_FORMS = {_FLOAT: struct.Struct("<f"), _DOUBLE: struct.Struct("<d")}


class _Field(NamedTuple):
    number: int
    kind: int
    value: int
    data: memoryview


def scalars(event: memoryview) -> Iterator[tuple[str, int, float]]:
    """Yield tag, step and value of each scalar; what is no event yields nothing."""
    if len(event) > LARGEST_EVENT:
        return
    step = 0
    summaries = []
    for field in _fields(event):
        if field.number == 2 and field.kind == _VARINT:  # noqa: PLR2004 (numbers of the protocol)
            step = field.value if field.value < 1 << 62 else 0
        elif field.number == 5 and field.kind == _BYTES:  # noqa: PLR2004
            summaries.append(field.data)
    for summary in summaries:
        for field in _fields(summary):
            if field.number == 1 and field.kind == _BYTES:
                tag, value = _value(field.data)
                if tag and value is not None:
                    yield tag, step, value


def _value(data: memoryview) -> tuple[str, float | None]:
    tag, value = "", None
    for field in _fields(data):
        if field.number == 1 and field.kind == _BYTES and len(field.data) <= LONGEST_TAG:
            tag = bytes(field.data).decode("utf-8", "replace")
        elif field.number == 2 and field.kind == _FIXED32:  # noqa: PLR2004
            value = _FORMS[_FLOAT].unpack(field.data)[0]
        elif field.number == 8 and field.kind == _BYTES:  # noqa: PLR2004
            value = _tensor(field.data)
    return tag, value


def _tensor(data: memoryview) -> float | None:
    """Return the number of a tensor that holds one."""
    dtype, content = 0, None
    for field in _fields(data):
        if field.number == 1 and field.kind == _VARINT:
            dtype = field.value
        elif field.number in (4, 5, 6):
            content = field.data
    form = _FORMS.get(dtype)
    if form is None or content is None or len(content) != form.size:
        return None
    value: float = form.unpack(content)[0]
    return value


def _fields(data: memoryview) -> Iterator[_Field]:
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        value, size = 0, _SIZES.get(kind, 0)
        if kind == _VARINT:
            value, at = _varint(data, at)
        elif kind == _BYTES:
            size, at = _varint(data, at)
        elif not size:
            return
        if at < 0 or at + size > len(data):
            return
        yield _Field(number, kind, value, data[at : at + size])
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
