"""Safetensors: the length of a header, and a JSON header that names the tensors."""

import json

from mlops_platform.core.contents.content import Content, Kind

LARGEST_HEADER = 16 << 20
_LENGTH_BYTES = 8


def recognize(content: Content) -> Kind | None:
    """Tell the format by its header."""
    length = int.from_bytes(content.head[:_LENGTH_BYTES], "little")
    if content.head[_LENGTH_BYTES : _LENGTH_BYTES + 1] != b"{":
        return None
    if not 1 < length <= min(LARGEST_HEADER, content.size_bytes - _LENGTH_BYTES):
        return None
    data = content.head if _LENGTH_BYTES + length <= len(content.head) else content.read()
    try:
        header = json.loads(data[_LENGTH_BYTES : _LENGTH_BYTES + length])
    except (ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(header, dict) or not all(isinstance(item, dict) for item in header.values()):
        return None
    tensors = len(header.keys() - {"__metadata__"})
    return Kind("safetensors", tensors > 0, f"{tensors} tensors")
