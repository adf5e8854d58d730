"""A reader that is a fork of this very process: it spares the start of another Python.

That is for a command that has just begun. A process with threads must not be forked: from there a
`ReaderProcess` starts the reader.
"""

import contextlib
import ctypes
import os
import signal
import time
from pathlib import Path

from mlops_platform.adapters.isolated_child import read
from mlops_platform.adapters.reader_end import wait_for_reader
from mlops_platform.adapters.reader_process import FIXED_ENVIRONMENT, LateError, ReaderProcess

THREADS = "/proc/self/task"
PR_SET_PDEATHSIG = 1
FIRST_INHERITED, LAST_INHERITED = 3, 1 << 20
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEPT_BYTES, LARGEST_KEPT_BLOCK = 256 << 20, 32 << 20
"""Of memory that is free again; 32 MiB is the largest block that glibc lets one ask for."""


class ForkedReader:
    """Runs one reader at a time, each in a process of its own."""

    def start(self) -> None:
        """Do nothing: a fork is ready when it is made."""

    def run(self, place: Path, deadline: float) -> int:
        """Have the request in `place` read, and return the reader's exit code.

        `deadline` is on the monotonic clock. Negative codes are signals. Raises LateError.
        """
        if len(os.listdir(THREADS)) > 1:  # noqa: PTH208 (Path would load more)
            return ReaderProcess().run(place, deadline)
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            _leave(parent)
            read(place)
        with contextlib.suppress(PermissionError, ProcessLookupError):
            os.setpgid(pid, pid)
        code = wait_for_reader(pid, max(0, deadline - time.monotonic()))
        if code is None:
            raise LateError
        return code


def _leave(parent: int) -> None:
    """Take nothing along that a reader does not need, and end with the parent."""
    os.setpgid(0, 0)
    # A parent that is killed cannot end its reader; the kernel does.
    library = ctypes.CDLL(None)
    library.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    os.closerange(FIRST_INHERITED, LAST_INHERITED)
    os.environ.clear()
    os.environ.update(FIXED_ENVIRONMENT)
    # The next column takes the memory of the last one; from the kernel it would be zeroed again.
    if hasattr(library, "mallopt"):  # glibc's own
        library.mallopt(M_TRIM_THRESHOLD, KEPT_BYTES)
        library.mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT_BLOCK)
