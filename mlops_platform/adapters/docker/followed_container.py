"""One container from its start to its end: its output drained, its limits watched.

The engine's word and our own clock tell how it ended; what it printed never does.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from mlops_platform.adapters.docker.engine import Engine, EngineError, EngineUnavailableError, State
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.output_stream import OutputStream
from mlops_platform.adapters.docker.resource_use import ResourceUse
from mlops_platform.core.run_log import STDERR_MARK, STDOUT_MARK

GRACE_SECONDS = 10
"""Between TERM and KILL."""

TICK_SECONDS = 0.2
WATCH_SECONDS = 1.0
DRAIN_SECONDS = 10.0
ENGINE_LOG_BYTES = 4 << 20
"""Below this, the engine's bounded log holds all that was printed."""


class Watched(NamedTuple):
    """What a container is given: time, and a look at what it fills (a reason to end it, or "")."""

    seconds: float
    is_too_full: Callable[[], str]


class Ended(NamedTuple):
    """How a container ended: the raw values, from which the ending is derived."""

    exit_code: int | None
    was_out_of_memory: bool
    passed_deadline: bool
    engine_error: str
    too_full: str
    duration_seconds: float
    cpu_seconds: float | None
    peak_memory_bytes: int | None
    is_engine_gone: bool = False


class FollowedContainer:
    """Starts a container that was created, and stays with it until it is gone."""

    def __init__(self, engine: Engine, container: str, log: KeptLog, watched: Watched) -> None:
        self._engine = engine
        self._container = container
        self._log = log
        self._watched = watched
        self._use = ResourceUse()
        self._drained: dict[str, int] = {STDOUT_MARK: 0, STDERR_MARK: 0}
        self._too_full = ""
        self._passed_deadline = False

    def follow(self) -> Ended:
        """Return how it ended; a failing engine is an ending too."""
        began = time.monotonic()
        try:
            return self._follow(began)
        except EngineError as error:
            is_gone = isinstance(error, EngineUnavailableError)
            lasted = time.monotonic() - began
            return self._ended(lasted, None, str(error), is_engine_gone=is_gone)

    def _follow(self, began: float) -> Ended:
        # Attached before the start, nothing is lost of a program that ends at once.
        stream = self._engine.attach(self._container)
        try:
            self._engine.start(self._container)
            self._use.watch(self._engine, self._container)
            began = time.monotonic()
            self._stay(stream, began + self._watched.seconds)
            duration = time.monotonic() - began
            drained_by = time.monotonic() + DRAIN_SECONDS
            while stream.is_open and time.monotonic() < drained_by:
                self._drain(stream)
        finally:
            stream.close()
        self._reconcile()
        state = self._engine.state(self._container)
        return self._ended(duration, state, state.error)

    def _stay(self, stream: OutputStream, deadline: float) -> None:
        """Drain and watch until the container has ended, or is made to end."""
        next_look = 0.0
        while True:
            self._drain(stream)
            now = time.monotonic()
            if now >= next_look or not stream.is_open:
                next_look = now + WATCH_SECONDS
                if not self._is_running():
                    return
            self._passed_deadline = now >= deadline
            if self._passed_deadline or self._too_full:
                self._end(stream)
                return

    def _end(self, stream: OutputStream) -> None:
        """Make it end, and drain on meanwhile: while nobody reads a flood, the engine waits too."""
        with ThreadPoolExecutor(max_workers=1) as aside:
            ended = aside.submit(self._engine.stop, self._container, GRACE_SECONDS)
            while not ended.done():
                self._drain(stream)
            ended.result()

    def _is_running(self) -> bool:
        """Look at how it is, and at what it fills."""
        state = self._engine.state(self._container)
        if not state.is_running and state.exit_code:
            # It may have failed because the disk was full, sooner than that was seen.
            time.sleep(WATCH_SECONDS)
        if state.is_running or state.exit_code:
            self._too_full = self._watched.is_too_full()
        return state.is_running

    def _drain(self, stream: OutputStream) -> None:
        if not stream.is_open:
            # It closed its output and goes on.
            time.sleep(TICK_SECONDS)
            return
        for mark, data in stream.read(TICK_SECONDS):
            self._drained[mark] += len(data)
            self._log.feed(mark, data)

    def _reconcile(self) -> None:
        """Add what the stream lost, where the engine's own log has it."""
        seen = dict(self._drained)
        if sum(seen.values()) >= ENGINE_LOG_BYTES:
            return
        for mark in seen:
            is_stdout = mark == STDOUT_MARK
            kept = self._engine.logs(self._container, stdout=is_stdout, stderr=not is_stdout)
            self._log.feed(mark, kept[seen[mark] :])

    def _ended(
        self, duration: float, state: State | None, error: str, *, is_engine_gone: bool = False
    ) -> Ended:
        return Ended(
            exit_code=None if state is None else state.exit_code,
            was_out_of_memory=state is not None and state.was_out_of_memory,
            passed_deadline=self._passed_deadline,
            engine_error=error,
            too_full=self._too_full,
            duration_seconds=round(duration, 3),
            cpu_seconds=self._use.cpu_seconds,
            peak_memory_bytes=self._use.peak_memory_bytes,
            is_engine_gone=is_engine_gone,
        )
