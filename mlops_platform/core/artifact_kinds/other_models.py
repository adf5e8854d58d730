"""Models of formats that a mark at their start tells: GGUF, fastText, PMML."""

from mlops_platform.core.contents.content import Content, Kind

_MARKS = {b"GGUF": "gguf", b"\xba\x16\x4f\x2f": "fasttext"}


def recognize(content: Content) -> Kind | None:
    """Tell a model by its mark."""
    for mark, name in _MARKS.items():
        if content.head.startswith(mark):
            return Kind(name, is_model=True)
    if content.has_suffix(".pmml") and b"<PMML" in content.head[:4096]:
        return Kind("pmml", is_model=True)
    return None
