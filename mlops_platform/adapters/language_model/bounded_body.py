"""A response's body under a cap, unpacked here: a small one may unpack to gigabytes."""

import zlib
from collections.abc import AsyncIterator

import httpx2

MOST_BYTES = 1 << 20
GZIP_OR_ZLIB = 47
"""The window bits with which zlib tells the two apart by itself."""
PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class UnusableBodyError(Exception):
    """A body that is not read to its end; it says why as a clause."""


class BoundedBody(httpx2.AsyncByteStream):
    """The stream of a response, unpacked and capped."""

    def __init__(self, stream: httpx2.AsyncByteStream, coding: str) -> None:
        self._stream = stream
        self._coding = coding.strip().lower()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the unpacked body. Raises UnusableBodyError."""
        unpack = _Unpacking(self._coding)
        received = sent = 0
        async for chunk in self._stream:
            piece = unpack.piece(chunk, MOST_BYTES + 1 - sent)
            received, sent = received + len(chunk), sent + len(piece)
            if max(received, sent) > MOST_BYTES:
                raise UnusableBodyError("the answer is larger than 1 MiB")
            yield piece
        unpack.end()

    async def aclose(self) -> None:
        """Close the connection, or give it back."""
        await self._stream.aclose()


class _Unpacking:
    def __init__(self, coding: str) -> None:
        if coding not in {"", "identity", *PACKED}:
            raise UnusableBodyError("the answer is packed in a way that was not asked for")
        self._inflate = zlib.decompressobj(GZIP_OR_ZLIB) if coding in PACKED else None

    def piece(self, chunk: bytes, room: int) -> bytes:
        if self._inflate is None:
            return chunk
        try:
            return self._inflate.decompress(chunk, room)
        except zlib.error:
            raise UnusableBodyError("the answer cannot be unpacked") from None

    def end(self) -> None:
        if self._inflate is not None and not self._inflate.eof:
            raise UnusableBodyError("the answer cannot be unpacked to its end")


async def bound_body(response: httpx2.Response) -> None:
    """Put the cap onto a response, before anything of its body is read."""
    assert isinstance(response.stream, httpx2.AsyncByteStream)  # noqa: S101 (our client is async)
    coding = response.headers.pop("content-encoding", "")
    # Beside real charsets Python knows codecs that unpack; JSON is UTF-8 in any case.
    media_type = response.headers.get("content-type", "").partition(";")[0]
    response.headers["content-type"] = media_type.strip()
    response.stream = BoundedBody(response.stream, coding)
