"""Write event files of TensorBoard and W&B as their libraries do, for tests."""

import struct
import zlib

from mlops_platform.core.measuring.event_records import masked_checksum


def record(body: bytes) -> bytes:
    """Frame bytes as a TFRecord."""
    length = struct.pack("<Q", len(body))
    sums = [struct.pack("<I", masked_checksum(memoryview(part))) for part in (length, body)]
    return length + sums[0] + body + sums[1]


def varint(value: int) -> bytes:
    """Write a number in groups of seven bits."""
    groups = bytearray()
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*groups, value])


def message(number: int, body: bytes) -> bytes:
    """Write a field that holds bytes."""
    return varint(number << 3 | 2) + varint(len(body)) + body


def scalar(tag: str, value: float, step: int) -> bytes:
    """Write an event with one scalar, as PyTorch does."""
    said = message(1, tag.encode()) + b"\x15" + struct.pack("<f", value)
    return record(b"\x09" + bytes(8) + b"\x10" + varint(step) + message(5, message(1, said)))


def tensor_scalar(tag: str, value: float, step: int) -> bytes:
    """Write an event with one scalar, as TensorFlow 2 does."""
    tensor = b"\x08\x01" + message(4, struct.pack("<f", value))
    said = message(1, tag.encode()) + message(8, tensor)
    return record(b"\x10" + varint(step) + message(5, message(1, said)))


def wandb_file(*bodies: bytes) -> bytes:
    """Frame messages as W&B does, each in one piece."""
    framed = [
        struct.pack("<IHB", zlib.crc32(b"\x01" + body), len(body), 1) + body for body in bodies
    ]
    return b":W&B\xe1\xbe\x00" + b"".join(framed)


def wandb_items(kind: int, items: dict[str, str]) -> bytes:
    """Write a record with items, their values as JSON text; 2 is history, 3 summary, 5 config."""
    written = b"".join(
        message(1, message(1, name.encode()) + b"\x82\x01" + varint(len(value)) + value.encode())
        for name, value in items.items()
    )
    return message(kind, written)
