import io
import tarfile

from mlops_platform.adapters.docker.small_files import read_small_file


def stream(entry, content=b""):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return iter([buffer.getvalue()])


def test_the_content_of_a_file_is_read_up_to_the_limit():
    assert read_small_file(stream(tarfile.TarInfo("a"), b"abcdef"), 4) == b"abcd"


def test_a_link_holds_nothing():
    entry = tarfile.TarInfo("a")
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
    assert read_small_file(stream(entry), 10) == b""


def test_a_broken_or_empty_stream_holds_nothing():
    assert read_small_file(iter([b"no archive" * 200]), 10) == b""
    assert read_small_file(iter([]), 10) == b""
