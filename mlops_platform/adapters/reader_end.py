"""Waiting for a reader: until it ends, or until nobody waits for it any more."""

import contextlib
import os
import select
import signal
from collections.abc import Sequence


def wait_for_reader(pid: int, seconds: float, gone: Sequence[int] = ()) -> int | None:
    """Return the exit code of a reader that leads a process group; negative codes are signals.

    None where it had to be killed: `seconds` are over, or one of the descriptors `gone` can be
    read. Nothing of it is left in any case.
    """
    ended = os.pidfd_open(pid)
    ready: Sequence[int] = ()
    try:
        ready, _, _ = select.select([ended, *gone], [], [], seconds)
    finally:
        os.close(ended)
        # What the reader started ends with it; its group exists as long as it is not waited for.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status) if ended in ready else None
