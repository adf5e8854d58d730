import socket
import struct

from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.adapters.docker.output_stream import LogFrames, OutputStream
from mlops_platform.core.run_log import STDERR_MARK, STDOUT_MARK


def frame(source, text):
    return struct.pack(">BxxxL", source, len(text)) + text


def joined(pieces):
    found = {STDOUT_MARK: b"", STDERR_MARK: b""}
    for mark, piece in pieces:
        found[mark] += piece
    return found


@given(
    st.lists(st.tuples(st.sampled_from([1, 2]), st.binary(max_size=40)), max_size=10),
    st.integers(min_value=1, max_value=17),
)
def test_frames_may_be_cut_anywhere(frames, step):
    data = b"".join(frame(source, text) for source, text in frames)
    reader = LogFrames()
    cut = (data[start : start + step] for start in range(0, len(data), step))
    found = joined(piece for part in cut for piece in reader.feed(part))
    assert found[STDOUT_MARK] == b"".join(text for source, text in frames if source == 1)
    assert found[STDERR_MARK] == b"".join(text for source, text in frames if source == 2)


def test_a_stream_is_read_until_its_end():
    ours, theirs = socket.socketpair()
    stream = OutputStream(ours)
    assert list(stream.read(0)) == []
    theirs.sendall(frame(1, b"hello"))
    assert list(stream.read(1)) == [(STDOUT_MARK, b"hello")]
    assert stream.is_open
    theirs.close()
    assert list(stream.read(1)) == []
    assert not stream.is_open
    assert list(stream.read(1)) == []


def test_an_engine_that_breaks_off_is_the_end():
    ours, theirs = socket.socketpair()
    stream = OutputStream(ours)
    ours.sendall(b"unread, so that the connection is reset")
    theirs.close()
    assert list(stream.read(1)) == []
    assert not stream.is_open
