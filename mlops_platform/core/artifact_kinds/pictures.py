"""Pictures: PNG, JPEG, GIF, WebP and SVG."""

from mlops_platform.core.contents.content import Content, Kind

_MARKS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}


def recognize(content: Content) -> Kind | None:
    """Tell a picture by its mark."""
    for mark, name in _MARKS.items():
        if content.head.startswith(mark):
            return Kind(name)
    if content.head[:4] == b"RIFF" and content.head[8:12] == b"WEBP":
        return Kind("webp")
    if content.has_suffix(".svg") and b"<svg" in content.head[:4096]:
        return Kind("svg")
    return None
