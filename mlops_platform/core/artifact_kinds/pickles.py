"""Pickles, also those of joblib, packed or not: told by their first opcodes."""

import re

from mlops_platform.core.contents.compressed import decompressed
from mlops_platform.core.contents.content import Content, Kind
from mlops_platform.core.contents.pickle_kind import kind_of_scan
from mlops_platform.core.contents.pickle_scan import TORCH_LEGACY, scan_pickle

_BINARY = re.compile(rb"\x80[\x02-\x05][\x95\x8a\x8cc}\])(XKGNU\x88\x89(]", re.DOTALL)
_SUFFIXES = (".pkl", ".pickle", ".joblib", ".sav", ".p", ".pck", ".pcl", ".z", ".gz", ".model")
# Protocols 0 and 1 have no mark of their own.
_TEXT = (b"(", b"c", b"]", b"}", b"I", b"F", b"S", b"V", b"K", b"X", b"N", b")")
_PACKED = (b"\x78", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x5d\x00\x00")


def recognize(content: Content) -> Kind | None:
    """Tell a pickle by its bytes; one without a mark of its own also needs the name of one."""
    if content.head.startswith(TORCH_LEGACY):
        return None
    is_named = content.has_suffix(*_SUFFIXES)
    if content.head.startswith(_PACKED):
        data = decompressed(content.read()) if is_named else b""
    elif _BINARY.match(content.head) or (is_named and content.head.startswith(_TEXT)):
        data = content.read()
    else:
        return None
    is_binary = bool(_BINARY.match(data))
    if not (is_binary or data.startswith(_TEXT)):
        return None
    scan = scan_pickle(data, content.budget)
    if not (scan.is_whole or is_binary):
        return None
    is_joblib = any(name.startswith("joblib.") for name in scan.globals)
    return kind_of_scan("joblib" if is_joblib else "pickle", content, scan)
