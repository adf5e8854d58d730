"""A file of a checkout as bounded bytes, and as cleaned text.

Every file is opened without following a link, anywhere in its path. What cannot be read is an
UnreadFile with its reason, never an exception. Names are shown escaped; `shown` and `actual`
translate between the two.
"""

import os
import re
import stat
from typing import BinaryIO

from mlops_platform.core.checkout import Checkout, UnreadFile

TEXT_BYTES = 1024 * 1024
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
# Controls, line and paragraph separators, marks that reorder or hide text, and lone surrogates.
_UNSAFE = "\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
_UNSAFE_IN_NAMES = re.compile(f"[{_UNSAFE}\\\\]")
_UNSAFE_IN_TEXT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")
_NO_STEPS = frozenset(["", ".", ".."])
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def shown(name: str) -> str:
    """Escape what must not be shown in a file's name; `actual` turns it back."""
    return _UNSAFE_IN_NAMES.sub(_escaped, name)


def actual(path: str) -> str:
    """Return the name on disk of a path that `shown` made."""
    if "\\" not in path:
        return path
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), path)


def read_bytes(checkout: Checkout, path: str, limit: int = TEXT_BYTES) -> bytes | UnreadFile:
    """Return the whole file, or why not: larger than `limit`, no regular file, behind a link."""
    data = read_head(checkout, path, limit + 1)
    if isinstance(data, bytes) and len(data) > limit:
        return UnreadFile(path=path, reason=f"larger than {limit} bytes")
    return data


def read_head(checkout: Checkout, path: str, size: int) -> bytes | UnreadFile:
    """Return at most the first `size` bytes of a file."""
    file = open_file(checkout, path)
    if isinstance(file, UnreadFile):
        return file
    with file:
        try:
            return file.read(size)
        except OSError as error:
            return _unopened(path, error)
        except MemoryError:
            return UnreadFile(path=path, reason="too large for the memory limit")


def open_file(checkout: Checkout, path: str) -> BinaryIO | UnreadFile:
    """Open a regular file to be read in pieces; the caller closes it."""
    for aside in checkout.set_aside:
        if aside.path == path:
            return aside
    try:
        descriptor = _open(checkout, path)
    except (OSError, ValueError) as error:
        return _unopened(path, error)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    return UnreadFile(path=path, reason="not a regular file")


def read_text(checkout: Checkout, path: str, limit: int = TEXT_BYTES) -> str | UnreadFile:
    """Return the whole file as cleaned text, or why not; binary content is not text."""
    data = read_bytes(checkout, path, limit)
    if isinstance(data, UnreadFile):
        return data
    text = decode(data)
    return UnreadFile(path=path, reason="not text") if text is None else text


def decode(data: bytes) -> str | None:
    """Decode by mark, by shape, as UTF-8, else as Windows-1252; None for binary content.

    Line ends become line feeds, so that line numbers agree with every editor's.
    """
    text = _decoded(data)
    if "\x00" in text:
        return None
    return clean(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", ""))


def clean(text: str) -> str:
    """Replace control characters, direction marks and lone surrogates; keep tabs and line ends."""
    return _UNSAFE_IN_TEXT.sub("\ufffd", text)


def line_of(text: str, needle: str, after: int = 1) -> int | None:
    """Return the first line, counted from 1 and not before `after`, that contains `needle`."""
    start = 0
    for _ in range(after - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    position = text.find(needle, start)
    return None if position < 0 else text.count("\n", 0, position) + 1


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    wide = _wide_encoding(data[:4096])
    if wide and not _CONTROLS.search(text := data.decode(wide, "replace")):
        return text
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: all on one side."""
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if pairs and odd > pairs * 0.4 and even == 0:
        return "utf-16-le"
    if pairs and even > pairs * 0.4 and odd == 0:
        return "utf-16-be"
    return None


def _unopened(path: str, error: OSError | ValueError) -> UnreadFile:
    reason = (getattr(error, "strerror", None) or "its path is not valid").lower()
    return UnreadFile(path=path, reason=f"cannot be opened: {reason}")


def _open(checkout: Checkout, path: str) -> int:
    *folders, name = _steps(actual(path))
    folder = os.open(checkout.root, _FOLDER_FLAGS & ~os.O_NOFOLLOW)
    try:
        for step in folders:
            deeper = os.open(step, _FOLDER_FLAGS, dir_fd=folder)
            os.close(folder)
            folder = deeper
        return os.open(name, _FILE_FLAGS, dir_fd=folder)
    finally:
        os.close(folder)


def _steps(path: str) -> list[str]:
    steps = path.split("/")
    if not _NO_STEPS.isdisjoint(steps):
        raise ValueError(path)
    return steps


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code >> 8 else f"\\x{code:02x}"
