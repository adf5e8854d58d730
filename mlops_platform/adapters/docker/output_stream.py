"""What a container prints, as it comes: the engine's stream, taken apart into stdout and stderr.

Each frame of it begins with eight bytes: which source, three zeros, and its length (big-endian).
"""

import select
import struct
from collections.abc import Iterator
from typing import Any

from mlops_platform.core.run_log import STDERR_MARK, STDOUT_MARK

READ_BYTES = 1 << 18
HEADER_BYTES = 8
STDERR = 2
MILLISECONDS = 1000


class OutputStream:
    """A stream that nobody has read from yet; `is_open` until its end was read."""

    def __init__(self, socket: Any) -> None:  # noqa: ANN401 (the SDK has several kinds)
        self._socket = socket
        self._frames = LogFrames()
        self._poll = select.poll()
        self._poll.register(socket, select.POLLIN | select.POLLHUP)
        self.is_open = True

    def read(self, seconds: float) -> Iterator[tuple[str, bytes]]:
        """Wait a moment for something, and yield it with the mark of its source."""
        if not self.is_open or not self._poll.poll(seconds * MILLISECONDS):
            return
        if data := self._received():
            yield from self._frames.feed(data)
        else:
            self.close()

    def close(self) -> None:
        """Let go of the connection."""
        if not self.is_open:
            return
        self.is_open = False
        # The answer that the socket came with holds the connection.
        getattr(self._socket, "_response", self._socket).close()

    def _received(self) -> bytes:
        receive = getattr(self._socket, "recv", None) or self._socket.read
        try:
            return bytes(receive(READ_BYTES))
        except OSError:
            # The engine broke off: its end too, and whoever asks the engine next learns why.
            return b""


class LogFrames:
    """Takes pieces of the stream as they come, cut anywhere."""

    def __init__(self) -> None:
        self._header = b""
        self._left = 0
        self._mark = STDOUT_MARK

    def feed(self, data: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield what was printed, with the mark of its source."""
        position, end = 0, len(data)
        while position < end:
            if self._left:
                piece = data[position : position + self._left]
                position += len(piece)
                self._left -= len(piece)
                yield self._mark, piece
                continue
            taken = data[position : position + HEADER_BYTES - len(self._header)]
            self._header += taken
            position += len(taken)
            if len(self._header) == HEADER_BYTES:
                source, self._left = struct.unpack(">BxxxL", self._header)
                self._mark = STDERR_MARK if source == STDERR else STDOUT_MARK
                self._header = b""
