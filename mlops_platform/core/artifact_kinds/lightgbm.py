"""Models of LightGBM: text that begins with `tree` and its version."""

from mlops_platform.core.contents.content import Content, Kind


def recognize(content: Content) -> Kind | None:
    """Tell a model of LightGBM by its first two lines."""
    lines = content.head[:200].replace(b"\r", b"").split(b"\n")
    is_model = lines[0] == b"tree" and len(lines) > 1 and lines[1].startswith(b"version=v")
    return Kind("lightgbm", is_model=True) if is_model else None
