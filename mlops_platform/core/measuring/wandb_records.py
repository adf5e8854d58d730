"""The file that Weights & Biases writes when it is offline: what was logged, at which step.

A header of seven bytes, then records as LevelDB writes its log: a checksum, a length, a type; a
long record is cut where a block of 32 KiB ends. Each record is a message of protocol buffers.
"""

import json
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.measuring.event_records import BrokenRecordError
from mlops_platform.core.measuring.protobuf_fields import BYTES, FIXED64, VARINT, fields

MARK = b":W&B"
LARGEST_RECORD = 1 << 20
_FILE_HEADER, _BLOCK = 7, 32 << 10
_HEADER = struct.Struct("<IHB")
_FULL, _FIRST, _MIDDLE, _LAST = 1, 2, 3, 4
_NUMBER = struct.Struct("<d")
_HISTORY, _SUMMARY, _CONFIG, _EXIT = 2, 3, 5, 18
_KINDS = {_HISTORY: "history", _SUMMARY: "summary", _CONFIG: "config"}
_KEY, _NESTED_KEY, _INTEGER, _FLOAT, _JSON, _OLD_JSON = 1, 2, 5, 6, 8, 16


class LoggedItem(NamedTuple):
    """One value: what kind of record it is of, its name, its value as JSON text, its step."""

    kind: str
    name: str
    value: str
    step: int


def logged_items(data: bytes) -> Iterator[LoggedItem]:
    """Yield every value, and the exit code under the kind `exit`. Raises BrokenRecordError."""
    step = 0
    for record in _records(data):
        for field in fields(memoryview(record)):
            if field.kind != BYTES:
                continue
            if field.number == _EXIT:
                yield LoggedItem("exit", "", str(_first_number(field.data)), step)
            elif field.number in _KINDS:
                items = [_item(each.data) for each in fields(field.data) if each.number == 1]
                if field.number == _HISTORY:
                    step = _step(items, step)
                for name, value in items:
                    yield LoggedItem(_KINDS[field.number], name, value, step)


def _records(data: bytes) -> Iterator[bytes]:
    if not data.startswith(MARK):
        raise BrokenRecordError("not a file of Weights & Biases")
    at, parts, size = _FILE_HEADER, list[bytes](), 0
    while at + _HEADER.size <= len(data):
        left = _BLOCK - at % _BLOCK
        if left < _HEADER.size:
            at += left
            continue
        checksum, length, kind = _HEADER.unpack_from(data, at)
        body = data[at + _HEADER.size : at + _HEADER.size + length]
        at += _HEADER.size + length
        if len(body) < length:
            return
        if (
            kind not in (_FULL, _FIRST, _MIDDLE, _LAST)
            or zlib.crc32(bytes([kind]) + body) != checksum
        ):
            raise BrokenRecordError("a record does not fit its checksum")
        if kind in (_FULL, _FIRST):
            parts, size = [], 0
        size += length
        parts = [*parts, body] if size <= LARGEST_RECORD else []
        if kind in (_FULL, _LAST) and parts:
            yield b"".join(parts)


def _item(data: memoryview) -> tuple[str, str]:
    name, nested, value = "", list[str](), ""
    for field in fields(data):
        if field.number == _KEY and field.kind == BYTES:
            name = _text(field.data)
        elif field.number == _NESTED_KEY and field.kind == BYTES:
            nested.append(_text(field.data))
        elif field.number in (_JSON, _OLD_JSON) and field.kind == BYTES:
            value = _text(field.data)
        elif field.number == _FLOAT and field.kind == FIXED64:
            value = repr(_NUMBER.unpack(field.data)[0])
        elif field.number == _INTEGER and field.kind == VARINT:
            value = str(field.value)
    return name or "/".join(nested), value


def _step(items: list[tuple[str, str]], step: int) -> int:
    said = dict(items).get("_step", "")
    return int(said) if said.isdigit() and len(said) < len(str(1 << 60)) else step


def _first_number(data: memoryview) -> int:
    return next((field.value for field in fields(data) if field.number == 1), 0)


def _text(data: memoryview) -> str:
    return bytes(data[:LARGEST_RECORD]).decode("utf-8", "replace")


def plain_value(text: str) -> float | str | None:
    """Return a number or a text that a value's JSON holds, None for anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, int | float | str) and not isinstance(value, bool) else None
