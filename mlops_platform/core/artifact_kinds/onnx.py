"""ONNX: protocol buffers that begin with their version and with who made them."""

import re

from mlops_platform.core.contents.content import Content, Kind

_START = re.compile(rb"\x08[\x03-\x14](?:\x12[\x01-\x40]([ -~]{1,64})|[:\x3a\x42])", re.DOTALL)


def recognize(content: Content) -> Kind | None:
    """Tell a model of ONNX by its first fields and by its name."""
    found = _START.match(content.head)
    if found is None or not (content.has_suffix(".onnx") or b"onnx" in content.head[:200].lower()):
        return None
    return Kind("onnx", is_model=True, sureness=3 if content.has_suffix(".onnx") else 2)
