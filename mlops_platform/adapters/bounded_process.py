"""A child process that cannot outlive its deadline, nor leave children of its own behind.

Its output goes to files, which the kernel caps; nothing has to be drained.
"""

import contextlib
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TICK_SECONDS = 0.1


class Command(NamedTuple):
    """What to start; the kernel enforces `file_size_bytes` and `memory_bytes`, per process."""

    argv: Sequence[str]
    environment: Mapping[str, str]
    directory: Path
    output: Path
    errors: Path
    file_size_bytes: int
    memory_bytes: int


class DeadlinePassedError(Exception):
    """The process was killed because its time was over."""


def run_bounded(command: Command, deadline: float, watch: Callable[[], None]) -> int:
    """Run a command until it ends, and return its exit code (negative: the signal that ended it).

    `deadline` is on the monotonic clock. `watch` is called now and then, and may raise: the process
    group is then killed, as it is at the deadline, where DeadlinePassedError is raised.
    """
    with command.output.open("wb") as output, command.errors.open("wb") as errors:
        process = subprocess.Popen(  # noqa: S603 (fixed argv, never a shell)
            list(command.argv),
            env=dict(command.environment),
            cwd=command.directory,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
    try:
        _limit(process.pid, command)
        return _wait(process, deadline, watch)
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _limit(pid: int, command: Command) -> None:
    # Set from outside: a function between fork and exec is unsafe in a process with threads.
    with contextlib.suppress(ProcessLookupError):
        resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (command.file_size_bytes,) * 2)
        resource.prlimit(pid, resource.RLIMIT_AS, (command.memory_bytes,) * 2)


def _wait(process: subprocess.Popen[bytes], deadline: float, watch: Callable[[], None]) -> int:
    pause = TICK_SECONDS
    while True:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise DeadlinePassedError
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(min(pause, remaining))
        started = time.monotonic()
        watch()
        # Looking at a large tree takes a while: never spend more than a fifth of the time on it.
        pause = max(TICK_SECONDS, 4 * (time.monotonic() - started))
