"""The content of a data file as a bounded stream: plain, gzip, or the one member of a zip.

What comes out of a decompressor is counted, never what a header promises.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, Protocol

from mlops_platform.core.facts.text.texts import open_file
from mlops_platform.core.ports import Checkout, UnreadFile

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
_PIECE = 1 << 16
_MOST_MEMBERS = 1000
_DIRECTORY_BYTES = 64 << 20
"""Larger zips are not opened: their list of members alone could fill the memory."""


class UnreadableTableError(Exception):
    """A data file that gives no table; the message says why."""


class Reader(Protocol):
    """Whatever gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


class Content:
    """The first `budget` bytes of a stream, by pieces; `is_cut` tells that there were more."""

    def __init__(self, stream: Reader, budget: int) -> None:
        self._stream = stream
        self._left = budget
        self._ahead = b""
        self.is_cut = False

    def peek(self, size: int) -> bytes:
        """Return the first bytes without taking them."""
        while len(self._ahead) < size and (piece := self._next()):
            self._ahead += piece
        return self._ahead[:size]

    def pieces(self) -> Iterator[bytes]:
        """Give the content piece by piece. Raises UnreadableTableError where it is damaged."""
        ahead, self._ahead = self._ahead, b""
        if ahead:
            yield ahead
        while piece := self._next():
            yield piece

    def _next(self) -> bytes:
        try:
            piece = self._stream.read(_PIECE)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError) as error:
            raise UnreadableTableError("its compressed content is damaged") from error
        if len(piece) > self._left:
            self.is_cut = True
            piece = piece[: self._left]
        self._left -= len(piece)
        return piece


@contextmanager
def open_content(checkout: Checkout, path: str, budget: int) -> Iterator[Content]:
    """Open a data file's content, unpacked. Raises UnreadableTableError."""
    with ExitStack() as stack:
        file = open_file(checkout, path)
        if isinstance(file, UnreadFile):
            raise UnreadableTableError(file.reason)
        stack.enter_context(file)
        yield Content(_unpacked(file, stack), budget)


def _unpacked(file: BinaryIO, stack: ExitStack) -> Reader:
    magic = file.read(4)
    file.seek(0)
    if magic.startswith(GZIP):
        return stack.enter_context(gzip.GzipFile(fileobj=file))
    if magic.startswith(ZIP):
        return _member(file, stack)
    return file


def _member(file: BinaryIO, stack: ExitStack) -> Reader:
    if file.seek(0, io.SEEK_END) > _DIRECTORY_BYTES:
        raise UnreadableTableError("an archive too large to be opened")
    file.seek(0)
    try:
        archive = stack.enter_context(zipfile.ZipFile(file))
        members = [each for each in archive.infolist() if not each.is_dir()]
        if len(members) > _MOST_MEMBERS:
            raise UnreadableTableError("an archive of too many files")
        tables = [each for each in members if not each.filename.startswith("__MACOSX/")]
        if len(tables) != 1:
            raise UnreadableTableError(f"an archive of {len(tables)} files, not of one table")
        return stack.enter_context(archive.open(tables[0]))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError) as error:
        raise UnreadableTableError("an archive that cannot be opened") from error
