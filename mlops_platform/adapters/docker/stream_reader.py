"""Chunks that come one after the other, as a file that can be read from: a tar archive, mostly."""

import tarfile
from collections.abc import Iterator
from typing import IO, cast

READ_BYTES = 64 << 10
"""The archive copies what is left of it for each header: larger is slower."""


def open_tar_stream(chunks: Iterator[bytes]) -> tarfile.TarFile:
    """Open an archive that is read once, from its start to its end."""
    # Reading is all that such an archive asks of its file.
    file = cast("IO[bytes]", StreamReader(chunks))
    return tarfile.open(mode="r|", fileobj=file, bufsize=READ_BYTES)


class StreamReader:
    """Reads what an iterator gives; nothing is held but the chunk at hand."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._chunk = memoryview(b"")

    def read(self, size: int) -> bytes:
        """Return so many bytes, fewer only at the end."""
        if size <= len(self._chunk):
            return self._from_chunk(size)
        parts = []
        while size:
            if not self._chunk:
                chunk = next(self._chunks, None)
                if chunk is None:
                    break
                self._chunk = memoryview(chunk)
            parts.append(self._from_chunk(min(size, len(self._chunk))))
            size -= len(parts[-1])
        return b"".join(parts)

    def _from_chunk(self, size: int) -> bytes:
        taken = bytes(self._chunk[:size])
        self._chunk = self._chunk[size:]
        return taken
