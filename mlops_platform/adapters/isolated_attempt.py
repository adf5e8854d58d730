"""One attempt at reading foreign bytes in a child process: its limits, its request, its end.

What is asked and what is answered is JSON here; what it means is known to those who ask.
"""

import json
import os
import re
import signal
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from mlops_platform.adapters.reader_process import LateError
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.facts.text.texts import shown

SHOWN_ERRORS = 4096
OUT_OF_MEMORY = "memory allocation of "
"""What a library in Rust says before it gives up."""

RAISED = re.compile(r"^(?:[\w.]+\.)?([A-Z]\w*)(?::|$)")


class IsolationLimits(NamedTuple):
    """Bounds of one call. `file_cpu_seconds` is what one file may cost before it is set aside.

    Processor time decides, so that a busy machine reads what an idle one does; wall time is for a
    reader that waits. Where `maps_files`, files that are mapped, not held, do not count as memory.
    """

    cpu_seconds: int = 120
    file_cpu_seconds: float = 60
    wall_seconds: float = 300
    memory_bytes: int = 1 << 30
    result_bytes: int = 64 << 20
    maps_files: bool = False


DAY = 86_400
MEMORY_SHARE = 0.75
"""Of the machine's memory, for a reader that an operator waits for: the rest is for all others."""


def limits_at_terminal() -> IsolationLimits:
    """Return limits for tables that an operator names at the terminal, and may interrupt."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return IsolationLimits(
        cpu_seconds=DAY,
        file_cpu_seconds=DAY,
        wall_seconds=DAY,
        memory_bytes=int(MEMORY_SHARE * memory),
        maps_files=True,
    )


class Readers(Protocol):
    """What runs a reader: `ReaderProcess`, or `ForkedReader`."""

    def start(self) -> None:
        """Do what can be done before there is a request."""
        ...

    def run(self, place: Path, deadline: float) -> int:
        """Return the exit code of the reader of a request. Raises LateError."""
        ...


class Request(NamedTuple):
    """What a child is asked: a function of `isolated_child`'s kind, and plain values for it.

    It may read below `root`, and the files and folders in `may_read`.
    """

    answerer: str
    asked: Mapping[str, object]
    root: Path
    may_read: list[str]
    limits: IsolationLimits


class Death(NamedTuple):
    """How a child ended without a result; `culprit` is the file it had opened last."""

    reason: str
    culprit: str | None
    errors: str


def attempt(readers: Readers, request: Request, deadline: float) -> bytes | Death:
    """Return the JSON of the answer, or how the child died; `deadline` is on the monotonic clock.

    Raises GatheringFailedError where its time is over.
    """
    limits = request.limits
    with tempfile.TemporaryDirectory(prefix="reader-") as name:
        place = Path(name)
        (place / "empty").mkdir()
        (place / "errors").touch()
        (place / "request").write_text(_text(request), encoding="utf-8")
        try:
            code = readers.run(place, deadline)
        except LateError:
            raise _late(limits, _culprit(place, request.root)) from None
        if code == -signal.SIGXCPU:
            raise failed(f"it took more than {limits.cpu_seconds} seconds of processor time")
        if code == 0:
            with (place / "result").open("rb") as file:
                return file.read(limits.result_bytes + 1)
        errors = _tail(place / "errors")
        return Death(_reason(code, errors, limits), _culprit(place, request.root), errors)


def deadline_of(limits: IsolationLimits) -> float:
    """Return when a call that begins now has to be done, on the monotonic clock."""
    return time.monotonic() + limits.wall_seconds


def failed(why: str, errors: str = "") -> GatheringFailedError:
    """Make the error of a reading that ended without facts."""
    error = GatheringFailedError(f"The repository could not be read: {why}.", why)
    if errors:
        error.add_note(errors)
    return error


def malformed(errors: str) -> GatheringFailedError:
    """Make the error of an answer that is not what was asked for."""
    return failed("the reader's result does not have its own form", errors)


def died(death: Death) -> GatheringFailedError:
    """Make the error of a child whose death is no file's fault."""
    return failed(death.reason.replace("reading it", "reading"), death.errors)


def _text(request: Request) -> str:
    order = {
        "answerer": request.answerer,
        "asked": request.asked,
        "root": str(request.root),
        "may_read": request.may_read,
        **request.limits._asdict(),
    }
    return json.dumps(order)


def _late(limits: IsolationLimits, culprit: str | None) -> GatheringFailedError:
    at = f"; the file opened last was {culprit}" if culprit else ""
    return failed(f"it took longer than {limits.wall_seconds:g} seconds{at}")


def _culprit(place: Path, root: Path) -> str | None:
    try:
        note = (place / "journal").read_bytes()
    except FileNotFoundError:
        return None
    path = os.fsdecode(note[4 : 4 + int.from_bytes(note[:4], "big")])
    return shown(path) if path and (root / path).is_file() else None


def _reason(code: int, errors: str, limits: IsolationLimits) -> str:
    if code == -signal.SIGPROF:
        return f"reading it took longer than {limits.file_cpu_seconds:g} seconds of processor time"
    raised = [found[1] for line in errors.splitlines() if (found := RAISED.match(line))]
    if raised[-1:] == ["MemoryError"] or (code == -signal.SIGABRT and OUT_OF_MEMORY in errors):
        return f"reading it needs more than {limits.memory_bytes >> 20} MiB of memory"
    if code == -signal.SIGKILL:
        return "reading it was killed, most likely for want of memory"
    if code < 0:
        return f"reading it crashed the reader ({signal.Signals(-code).name})"
    if "File too large" in errors:
        return f"what is known of it takes more than {limits.result_bytes >> 20} MiB"
    return f"reading it raised {raised[-1] if raised else 'an error'}"


def _tail(errors: Path) -> str:
    with errors.open("rb") as file:
        file.seek(max(0, errors.stat().st_size - SHOWN_ERRORS))
        return "\n".join(
            shown(line) for line in file.read().decode("utf-8", "replace").splitlines()
        )
