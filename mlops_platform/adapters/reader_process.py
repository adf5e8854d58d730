"""Our end of `reader_server`: started with the first order, ended with its owner."""

import contextlib
import json
import os
import subprocess
import sys
import sysconfig
import threading
import time
import weakref
from pathlib import Path

import mlops_platform

SERVER = "mlops_platform.adapters.reader_server"
FIXED_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",  # half of what importing NumPy costs is threads that wait
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "_RJEM_MALLOC_CONF": "thp:always",  # polars's memory in large pages: a third of the faults
}
SECONDS_TO_END = 10


class LateError(Exception):
    """The reader was killed because its time was over."""


class ReaderProcess:
    """Runs one reader at a time, each in a process of its own."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the server, so that it gets ready while other things are done."""
        with self._lock:
            self._started()

    def run(self, place: Path, deadline: float) -> int:
        """Have the request in `place` read, and return the reader's exit code.

        `deadline` is on the monotonic clock. Negative codes are signals. Raises LateError.
        """
        with self._lock:
            seconds = max(0, deadline - time.monotonic())
            order = {"place": str(place), "seconds": seconds}
            server = self._started()
            try:
                answer = _ask(server, json.dumps(order))
            except BaseException:  # whatever interrupts the wait must not leave a reader behind
                _end(server)
                raise
        if not answer:
            return _end(server)
        if answer == b"late\n":
            raise LateError
        return int(answer)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._server is None or self._server.poll() is not None:
            self._server = _start()
            weakref.finalize(self, _end, self._server)
        return self._server


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 (fixed argv, never a shell)
        [sys.executable, "-P", "-s", "-m", SERVER],
        env={**FIXED_ENVIRONMENT, **_import_path()},
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _ask(server: subprocess.Popen[bytes], order: str) -> bytes:
    """Return the answer to an order, nothing where the server is gone."""
    assert server.stdin is not None  # noqa: S101 (both are pipes)
    assert server.stdout is not None  # noqa: S101
    try:
        server.stdin.write(f"{order}\n".encode())
        server.stdin.flush()
    except BrokenPipeError:
        return b""
    return server.stdout.readline()


def _end(server: subprocess.Popen[bytes]) -> int:
    """Close its input, which ends it and its reader; return its exit code."""
    for pipe in (server.stdin, server.stdout):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
    try:
        return server.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        server.kill()
        return server.wait()


def _import_path() -> dict[str, str]:
    root = str(Path(mlops_platform.__file__).resolve().parents[1])
    installed = {os.path.realpath(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    return {} if root in installed else {"PYTHONPATH": root}
