"""Arrays of NumPy: one, or an archive of them."""

from mlops_platform.core.contents.content import Content, Kind


def recognize(content: Content) -> Kind | None:
    """Tell arrays by their mark, or by what lies in their archive."""
    if content.head.startswith(b"\x93NUMPY"):
        return Kind("numpy")
    if content.members and all(name.endswith(".npy") for name in content.members):
        return Kind("numpy_archive")
    return None
