import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator

import httpx2
import pytest

from mlops_platform.adapters.language_model.bounded_body import (
    MOST_BYTES,
    BoundedBody,
    UnusableBodyError,
    bound_body,
)

WORDS = b'{"a": "words"}' * 1_000


class Pieces(httpx2.AsyncByteStream):
    """What a connection gives."""

    def __init__(self, content: bytes, size: int = 1 << 16) -> None:
        self._content = content
        self._size = size
        self.given = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._content), self._size):
            self.given += 1
            yield self._content[start : start + self._size]


def read(content: bytes, coding: str = "", size: int = 1 << 16) -> bytes:
    async def joined() -> bytes:
        return b"".join([piece async for piece in BoundedBody(Pieces(content, size), coding)])

    return asyncio.run(joined())


@pytest.mark.parametrize("size", [1, 100, 1 << 16])
def test_a_body_is_read_plain_and_packed(size):
    assert read(WORDS, "", size) == WORDS
    assert read(gzip.compress(WORDS), "GZip", size) == WORDS
    assert read(zlib.compress(WORDS), "deflate", size) == WORDS


def test_a_body_may_be_as_large_as_the_cap():
    assert len(read(b" " * MOST_BYTES)) == MOST_BYTES
    assert len(read(gzip.compress(b" " * MOST_BYTES), "gzip")) == MOST_BYTES


@pytest.mark.parametrize(
    ("content", "coding", "why"),
    [
        (b" " * (MOST_BYTES + 1), "", "larger"),
        (gzip.compress(b" " * (MOST_BYTES + 1)), "gzip", "larger"),
        (gzip.compress(b"") * 60_000, "gzip", "larger"),
        (WORDS, "gzip", "cannot be unpacked"),
        (gzip.compress(WORDS)[:-20], "gzip", "to its end"),
        (WORDS, "br", "not asked for"),
        (gzip.compress(gzip.compress(WORDS)), "gzip, gzip", "not asked for"),
    ],
    ids=["large", "bomb", "members", "plain", "cut", "coded", "twice"],
)
def test_another_body_is_not_read_to_its_end(content, coding, why):
    with pytest.raises(UnusableBodyError, match=why):
        read(content, coding)


def test_a_bomb_takes_little_memory():
    bomb = gzip.compress(b" " * (64 << 20), 1)
    tracemalloc.start()
    with pytest.raises(UnusableBodyError, match="larger"):
        read(bomb, "gzip")
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()


def test_what_is_too_large_is_not_read_on():
    endless = Pieces(b" " * (MOST_BYTES * 4))

    async def read_all() -> None:
        async for _ in BoundedBody(endless, ""):
            pass

    with pytest.raises(UnusableBodyError):
        asyncio.run(read_all())
    assert endless.given == MOST_BYTES // (1 << 16) + 1


def test_a_response_is_unpacked_here_and_read_as_utf_8():
    async def text() -> str:
        kind = "application/json; charset=zlib_codec"
        headers = {"Content-Type": kind, "Content-Encoding": "gzip"}
        response = httpx2.Response(200, headers=headers, stream=Pieces(gzip.compress(b"\xc3\xa4")))
        await bound_body(response)
        await response.aread()
        return response.text

    assert asyncio.run(text()) == "ä"
