"""Scalars in one event of TensorBoard: just as much of protocol buffers as they need.

Event: 2 step, 5 summary. Summary: 1 value. Value: 1 tag, 2 simple_value, 8 tensor. Tensor: 1 dtype,
4 tensor_content, 5 float_val, 6 double_val.
"""

import struct
from collections.abc import Iterator

from mlops_platform.core.measuring.protobuf_fields import BYTES, FIXED32, VARINT, fields

LARGEST_EVENT = 1 << 20
LONGEST_TAG = 250
_FLOAT, _DOUBLE = 1, 2
_FORMS = {_FLOAT: struct.Struct("<f"), _DOUBLE: struct.Struct("<d")}


def scalars(event: memoryview) -> Iterator[tuple[str, int, float]]:
    """Yield tag, step and value of each scalar; what is no event yields nothing."""
    if len(event) > LARGEST_EVENT:
        return
    step = 0
    summaries = []
    for field in fields(event):
        if field.number == 2 and field.kind == VARINT:  # noqa: PLR2004 (numbers of the protocol)
            step = field.value if field.value < 1 << 62 else 0
        elif field.number == 5 and field.kind == BYTES:  # noqa: PLR2004
            summaries.append(field.data)
    for summary in summaries:
        for field in fields(summary):
            if field.number == 1 and field.kind == BYTES:
                tag, value = _value(field.data)
                if tag and value is not None:
                    yield tag, step, value


def _value(data: memoryview) -> tuple[str, float | None]:
    tag, value = "", None
    for field in fields(data):
        if field.number == 1 and field.kind == BYTES and len(field.data) <= LONGEST_TAG:
            tag = bytes(field.data).decode("utf-8", "replace")
        elif field.number == 2 and field.kind == FIXED32:  # noqa: PLR2004
            value = _FORMS[_FLOAT].unpack(field.data)[0]
        elif field.number == 8 and field.kind == BYTES:  # noqa: PLR2004
            value = _tensor(field.data)
    return tag, value


def _tensor(data: memoryview) -> float | None:
    """Return the number of a tensor that holds one."""
    dtype, content = 0, None
    for field in fields(data):
        if field.number == 1 and field.kind == VARINT:
            dtype = field.value
        elif field.number in (4, 5, 6):
            content = field.data
    form = _FORMS.get(dtype)
    if form is None or content is None or len(content) != form.size:
        return None
    value: float = form.unpack(content)[0]
    return value
