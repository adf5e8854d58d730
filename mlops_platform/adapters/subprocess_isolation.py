"""Readers in a child process: what kills the child costs one file, never the platform.

The child is `isolated_child`, forked anew for every call by a process that read nothing: with no
environment but what Python needs to import us, in an empty folder, under limits of memory,
processor time, file size and time.
"""

import json
import os
import re
import signal
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from mlops_platform.adapters.reader_process import LateError, ReaderProcess
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.facts.text.texts import shown
from mlops_platform.core.ports import Checkout, GatheringFailedError, UnreadFile

MOST_SET_ASIDE = 5
SHOWN_ERRORS = 4096
OUT_OF_MEMORY = "memory allocation of "
"""What a library in Rust says before it gives up."""

RAISED = re.compile(r"^(?:[\w.]+\.)?([A-Z]\w*)(?::|$)")
T = TypeVar("T", bound=Frozen)


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


FOR_NAMED_FILES = IsolationLimits(
    cpu_seconds=600, file_cpu_seconds=600, wall_seconds=900, memory_bytes=2 << 30, maps_files=True
)
"""The operator's own tables may be large, and are trusted to be what they are."""

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


def gatherer_place(name: str) -> str:
    """Return the module and function of a gatherer, with a colon between."""
    return f"mlops_platform.core.gather.{name}:gather_{name}"


class _Request(NamedTuple):
    """What a child is asked: a function, the JSON of its inputs, the files besides the checkout."""

    function: str
    inputs: list[str]
    may_read: list[str]
    limits: IsolationLimits

    def text(self, checkout: Checkout) -> str:
        """Write the request for one attempt."""
        request = {
            "function": self.function,
            "checkout": checkout.model_dump(mode="json"),
            "inputs": self.inputs,
            "may_read": self.may_read,
            **self.limits._asdict(),
        }
        return json.dumps(request)


class _Death(NamedTuple):
    """How a child ended without a result; `culprit` is the file it had opened last."""

    reason: str
    culprit: str | None
    errors: str


class Readers(Protocol):
    """What runs a reader: `ReaderProcess`, or `ForkedReader`."""

    def start(self) -> None:
        """Do what can be done before there is a request."""
        ...

    def run(self, place: Path, deadline: float) -> int:
        """Return the exit code of the reader of a request. Raises LateError."""
        ...


class SubprocessIsolation:
    """Fits the port `Isolation`; `place` tells where a gatherer is."""

    def __init__(
        self,
        limits: IsolationLimits | None = None,
        place: Callable[[str], str] = gatherer_place,
        limits_for_named: IsolationLimits = FOR_NAMED_FILES,
        readers: Readers | None = None,
    ) -> None:
        self._limits = limits or IsolationLimits()
        self._limits_for_named = limits_for_named
        self._place = place
        self._process: Readers = readers or ReaderProcess()

    def get_ready(self) -> None:
        """Start what will be needed for the first call."""
        self._process.start()

    def run(
        self,
        facts: type[T],
        gatherer: str,
        checkout: Checkout,
        *inputs: Frozen,
        may_read: Collection[Path] = (),
    ) -> T:
        """Call a gatherer in a child; a file that kills it is set aside."""
        limits = self._limits_for_named if may_read else self._limits
        texts, names = [each.model_dump_json() for each in inputs], [str(each) for each in may_read]
        request = _Request(self._place(gatherer), texts, names, limits)
        returned: TypeAdapter[T] = TypeAdapter(facts)
        deadline = time.monotonic() + limits.wall_seconds
        for _ in range(MOST_SET_ASIDE + 1):
            answer = self._attempt(request, checkout, returned, deadline)
            if not isinstance(answer, _Death):
                return answer
            checkout = _without(answer, checkout)
        raise _failed(f"more than {MOST_SET_ASIDE} files stopped the reader")

    def _attempt(
        self, request: _Request, checkout: Checkout, returned: TypeAdapter[T], deadline: float
    ) -> T | _Death:
        limits = request.limits
        with tempfile.TemporaryDirectory(prefix="reader-") as name:
            place = Path(name)
            (place / "empty").mkdir()
            (place / "errors").touch()
            (place / "request").write_text(request.text(checkout), encoding="utf-8")
            try:
                code = self._process.run(place, deadline)
            except LateError:
                raise _late(limits, _culprit(place, checkout.root)) from None
            if code == -signal.SIGXCPU:
                raise _failed(f"it took more than {limits.cpu_seconds} seconds of processor time")
            if code == 0:
                return _result(returned, place, limits)
            errors = _tail(place / "errors")
            return _Death(_reason(code, errors, limits), _culprit(place, checkout.root), errors)


def _late(limits: IsolationLimits, culprit: str | None) -> GatheringFailedError:
    at = f"; the file opened last was {culprit}" if culprit else ""
    return _failed(f"it took longer than {limits.wall_seconds:g} seconds{at}")


def _result(returned: TypeAdapter[T], place: Path, limits: IsolationLimits) -> T:
    with (place / "result").open("rb") as file:
        text = file.read(limits.result_bytes + 1)
    try:
        return returned.validate_json(text)
    except ValidationError as error:
        raise _failed("the reader's result does not have its own form", str(error)) from error


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


def _without(death: _Death, checkout: Checkout) -> Checkout:
    known = {file.path for file in checkout.set_aside}
    if death.culprit is None or death.culprit in known:
        raise _failed(death.reason.replace("reading it", "reading"), death.errors)
    aside = UnreadFile(path=death.culprit, reason=death.reason)
    return checkout.model_copy(update={"set_aside": (*checkout.set_aside, aside)})


def _failed(why: str, errors: str = "") -> GatheringFailedError:
    error = GatheringFailedError(f"The repository could not be read: {why}.", why)
    if errors:
        error.add_note(errors)
    return error


def _tail(errors: Path) -> str:
    with errors.open("rb") as file:
        file.seek(max(0, errors.stat().st_size - SHOWN_ERRORS))
        return "\n".join(
            shown(line) for line in file.read().decode("utf-8", "replace").splitlines()
        )
