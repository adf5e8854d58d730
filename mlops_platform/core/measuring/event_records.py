"""Records of a TFRecord file, with their checksums looked at."""

import struct
from collections.abc import Iterator

LARGEST_CHECKED = 4096
"""A record of one scalar is smaller; checking megabytes of pictures would cost seconds."""
_HEADER = struct.Struct("<QI")
_FOOTER = struct.Struct("<I")
_MASK = 0xA282EAD8
_ALL = 0xFFFFFFFF
_POLYNOMIAL = 0x82F63B78


class BrokenRecordError(ValueError):
    """A record that does not have the form that its checksums say."""


def records(data: bytes) -> Iterator[memoryview]:
    """Yield the bytes of each record. Raises BrokenRecordError; a cut-off end is only an end."""
    view = memoryview(data)
    at = 0
    while at + _HEADER.size + _FOOTER.size <= len(data):
        length, checksum = _HEADER.unpack_from(data, at)
        if masked_checksum(view[at : at + 8]) != checksum:
            raise BrokenRecordError("a record's length does not fit its checksum")
        start = at + _HEADER.size
        at = start + length + _FOOTER.size
        if at > len(data):
            return
        body = view[start : start + length]
        if (
            length <= LARGEST_CHECKED
            and masked_checksum(body) != _FOOTER.unpack_from(data, at - 4)[0]
        ):
            raise BrokenRecordError("a record does not fit its checksum")
        yield body


def _table() -> tuple[int, ...]:
    values = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ (_POLYNOMIAL if value & 1 else 0)
        values.append(value)
    return tuple(values)


_TABLE = _table()


def masked_checksum(data: memoryview) -> int:
    """Return the CRC-32C of bytes, turned and added to as records have it."""
    value = _ALL
    for byte in data:
        value = _TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    value ^= _ALL
    return ((value >> 15 | value << 17) + _MASK) & _ALL
