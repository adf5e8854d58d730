"""A log that is drained to its end, cleaned, and kept in its first and last part.

The first 2 MiB and the last 8 MiB go to the file, marked as `core/run_log.py` says; what is shown
while it grows is bounded too.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.docker.log_cleaning import LINE_BYTES, cleaned
from mlops_platform.core.run_log import (
    INSTALL,
    STDERR_MARK,
    STDOUT_MARK,
    left_out_note,
    phase_note,
)
from mlops_platform.core.run_outcome import LogDigest
from mlops_platform.core.sandbox import LiveLog

FIRST_BYTES, LAST_BYTES = 2 << 20, 8 << 20
TAIL_BYTES = 32 << 10
LIVE_BYTES = 10 << 20
NO_MORE_LIVE = "\n(More is printed than can be shown; the kept log holds the end of it.)\n"


class Block(NamedTuple):
    """Whole lines of one source, as they are kept."""

    phase: str
    mark: str
    text: bytes
    lines: int


class KeptLog:
    """One log of all phases of an attempt; `close` writes it and says what it held.

    `hide` takes out what the platform itself brought in and must not be shown: credentials.
    """

    def __init__(self, file: Path, live: LiveLog, hide: Callable[[str], str]) -> None:
        self._file = file
        self._live = live
        self._hide = hide
        self._shown_bytes = 0
        self._pending = {STDOUT_MARK: b"", STDERR_MARK: b""}
        self._phase = ""
        self._notes: dict[str, bytes] = {}
        self._first: list[Block] = []
        self._last: deque[Block] = deque()
        self._first_bytes = self._last_bytes = 0
        self._left_out = {STDOUT_MARK: 0, STDERR_MARK: 0}
        self._left_out_bytes = 0
        self._recent: deque[bytes] = deque()
        self._recent_bytes = 0
        self._lines = 0
        self.drained_bytes = 0

    def begin(self, phase: str, command: str) -> None:
        """Open a phase; what follows belongs to it."""
        self._phase = phase
        note = phase_note(phase, cleaned(command.encode(errors="replace"))[:LINE_BYTES].decode())
        self._notes[phase] = note.replace("\n", " ").encode() + b"\n"
        self._keep(Block(phase, "", self._notes[phase], 0))

    def feed(self, mark: str, data: bytes) -> None:
        """Take what one source printed, in whatever pieces."""
        self.drained_bytes += len(data)
        whole, newline, rest = (self._pending[mark] + data).rpartition(b"\n")
        if newline:
            self._take(mark, whole)
        while len(rest) > LINE_BYTES:
            # Nobody waits for the end of such a line: it is kept as several.
            self._take(mark, rest[:LINE_BYTES])
            rest = rest[LINE_BYTES:]
        self._pending[mark] = rest

    def end(self) -> None:
        """Close a phase: what had no line end yet is a line too."""
        for mark, rest in self._pending.items():
            if rest:
                self._take(mark, rest)
            self._pending[mark] = b""

    def close(self) -> LogDigest:
        """Write what is kept, and say what there was."""
        self.end()
        with self._file.open("wb") as kept:
            kept.writelines(block.text for block in self._first)
            if self._left_out_bytes:
                kept.write(self._seam())
            kept.writelines(block.text for block in self._last)
        return LogDigest(
            file=self._file.name,
            lines=self._lines,
            size_bytes=self.drained_bytes,
            omitted_bytes=self._left_out_bytes,
            tail=b"".join(self._recent)[-TAIL_BYTES:].decode("utf-8", "replace"),
        )

    def _take(self, mark: str, lines: bytes) -> None:
        text = cleaned(lines)
        if self._phase == INSTALL:
            text = self._hide(text.decode()).encode()
        count = text.count(b"\n") + 1
        self._lines += count
        prefix = mark.encode()
        marked = prefix + text.replace(b"\n", b"\n" + prefix) + b"\n"
        self._keep(Block(self._phase, mark, marked, count))
        text += b"\n"
        self._remember(text)
        self._show(text)

    def _keep(self, block: Block) -> None:
        if self._first_bytes < FIRST_BYTES and not self._last:
            self._first.append(block)
            self._first_bytes += len(block.text)
            return
        self._last.append(block)
        self._last_bytes += len(block.text)
        while self._last_bytes - len(self._last[0].text) >= LAST_BYTES:
            self._leave_out(self._last.popleft())

    def _leave_out(self, block: Block) -> None:
        if not block.mark:
            self._left_out = dict.fromkeys(self._left_out, 0)
        else:
            self._left_out[block.mark] += block.lines
        self._last_bytes -= len(block.text)
        self._left_out_bytes += len(block.text)

    def _seam(self) -> bytes:
        """Say what is missing, in the phase that the last part begins in."""
        note = left_out_note(*self._left_out.values()).encode() + b"\n"
        phase = self._last[0].phase
        is_same = self._first[-1].phase == phase or not self._last[0].mark
        return note if is_same else self._notes[phase] + note

    def _remember(self, text: bytes) -> None:
        self._recent.append(text[-TAIL_BYTES:])
        self._recent_bytes += len(self._recent[-1])
        while self._recent_bytes - len(self._recent[0]) >= TAIL_BYTES:
            self._recent_bytes -= len(self._recent.popleft())

    def _show(self, text: bytes) -> None:
        if self._shown_bytes >= LIVE_BYTES:
            return
        self._shown_bytes += len(text)
        self._live(text.decode("utf-8", "replace"))
        if self._shown_bytes >= LIVE_BYTES:
            self._live(NO_MORE_LIVE)
