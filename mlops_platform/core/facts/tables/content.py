"""The content of a data file as a bounded stream: plain, gzip, or one member of a zip.

What comes out of a decompressor is counted, never what a header promises.
"""

import gzip
import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, Protocol

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.tables.archive import BROKEN_ARCHIVE, open_member
from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.text.texts import open_file

GZIP, ZIP, PARQUET = b"\x1f\x8b", b"PK\x03\x04", b"PAR1"
"""What files begin with."""

_PIECE = 1 << 16


class Reader(Protocol):
    """Whatever gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


class Content:
    """The first `budget` bytes of a stream, by pieces; `is_cut` tells that there were more.

    `member` is the name of the archive's member, `left_out` says what of the archive is not read.
    """

    def __init__(self, stream: Reader, budget: int, member: str = "", left_out: str = "") -> None:
        self.member = member
        self.left_out = left_out
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

    def held(self) -> tuple[bytes, "Content"]:
        """Return all of it at once, and the same content to be read again."""
        text = io.BytesIO()
        text.writelines(self.pieces())
        # Joined pieces would be there twice; a buffer lends what it holds.
        body = text.getvalue()
        again = Content(io.BytesIO(body), len(body), self.member, self.left_out)
        again.is_cut = self.is_cut
        return body, again

    def _next(self) -> bytes:
        try:
            piece = self._stream.read(_PIECE)
        except BROKEN_ARCHIVE as error:
            raise UnreadableTableError(Fault.DAMAGED_PACKING) from error
        if len(piece) > self._left:
            self.is_cut = True
            piece = piece[: self._left]
        self._left -= len(piece)
        return piece


def opened(checkout: Checkout, path: str) -> BinaryIO:
    """Open a data file as it is. Raises UnreadableTableError."""
    file = open_file(checkout, path)
    if isinstance(file, UnreadFile):
        raise UnreadableTableError(file.reason)
    return file


@contextmanager
def open_content(checkout: Checkout, path: str, budget: int) -> Iterator[Content]:
    """Open a data file's content, unpacked. Raises UnreadableTableError."""
    with ExitStack() as stack:
        file = stack.enter_context(opened(checkout, path))
        yield unpacked(file, stack, budget)


def unpacked(file: BinaryIO, stack: ExitStack, budget: int) -> Content:
    """Return the content of an open file, out of gzip or a zip. Raises UnreadableTableError."""
    magic = file.read(4)
    file.seek(0)
    if magic.startswith(GZIP):
        return Content(stack.enter_context(gzip.GzipFile(fileobj=file)), budget)
    if not magic.startswith(ZIP):
        return Content(file, budget)
    member = open_member(file, stack)
    left_out = f"only {member.name}, one of {member.others + 1} tables in the archive, was read"
    return Content(member.stream, budget, member.name, left_out if member.others else "")
