import io
import tarfile

from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.adapters.docker.stream_reader import StreamReader, open_tar_stream


@given(st.lists(st.binary(max_size=9), max_size=9), st.integers(min_value=1, max_value=20))
def test_reading_gives_what_came_whatever_the_chunks(chunks, size):
    reader, parts = StreamReader(iter(chunks)), []
    while part := reader.read(size):
        parts.append(part)
    assert b"".join(parts) == b"".join(chunks)
    assert all(len(part) == size for part in parts[:-1])


def test_an_archive_is_read_from_chunks():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = 3
        archive.addfile(entry, io.BytesIO(b"abc"))
    data = buffer.getvalue()
    with open_tar_stream(data[i : i + 7] for i in range(0, len(data), 7)) as archive:
        first = archive.next()
        assert first.name == "a.txt"
        assert archive.extractfile(first).read() == b"abc"
