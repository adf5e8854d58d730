"""Pickles, also those of joblib, packed or not: told by their first opcodes."""

import re

from mlops_platform.core.contents.compressed import decompressed
from mlops_platform.core.contents.content import Content, Kind
from mlops_platform.core.contents.pickle_kind import kind_of_scan
from mlops_platform.core.contents.pickle_scan import scan_pickle

_BINARY = re.compile(rb"\x80[\x02-\x05][\x95\x8a\x8cc}\])(XKGNU\x88\x89(]", re.DOTALL)
_SUFFIXES = (".pkl", ".pickle", ".joblib", ".sav", ".p", ".pck", ".pcl", ".z", ".gz", ".model")
_TORCH_LEGACY = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
_PACKED = (b"\x78", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x5d\x00\x00")


def recognize(content: Content) -> Kind | None:
    """Tell a pickle by its bytes; a text pickle also needs the name of one."""
    head = content.head
    if head.startswith(_TORCH_LEGACY):
        return None
    if head.startswith(_PACKED):
        data = decompressed(content.read()) if content.has_suffix(*_SUFFIXES) else b""
    else:
        data = content.read() if _is_pickle(content) else b""
    if not (_BINARY.match(data) or (data and content.has_suffix(*_SUFFIXES))):
        return None
    scan = scan_pickle(data)
    if not scan.is_whole and not _BINARY.match(data):
        return None
    is_joblib = any(name.startswith("joblib.") for name in scan.globals)
    return kind_of_scan("joblib" if is_joblib else "pickle", content, scan)


def _is_pickle(content: Content) -> bool:
    if _BINARY.match(content.head):
        return True
    # Protocols 0 and 1 have no mark of their own.
    is_text = content.head[:1] in (b"(", b"c", b"]", b"}", b"I", b"F", b"S", b"V")
    return is_text and content.has_suffix(".pkl", ".pickle", ".p", ".sav")
