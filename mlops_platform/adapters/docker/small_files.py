"""One small file out of the tar stream that the engine gives of it."""

import tarfile
from collections.abc import Iterator

from mlops_platform.adapters.docker.stream_reader import open_tar_stream


def read_small_file(stream: Iterator[bytes], limit: int) -> bytes:
    """Return the start of the regular file that a stream holds, or nothing."""
    try:
        with open_tar_stream(stream) as archive:
            entry = archive.next()
            file = archive.extractfile(entry) if entry is not None and entry.isreg() else None
            return b"" if file is None else file.read(limit)
    except tarfile.TarError:
        return b""
