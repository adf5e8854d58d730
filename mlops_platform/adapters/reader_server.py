"""A process with our modules loaded that forks a reader for every order; it reads nothing itself.

Started as `python -m mlops_platform.adapters.reader_server`. An order is one line of JSON on
standard input: the folder of a request, and how many seconds there are. The answer is one line: the
reader's exit code (negative: the signal that ended it), or "late". Where standard input ends, so
does everything.

Only what is plain Python is loaded here: a library with threads of its own must not be forked.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import sys
from pathlib import Path
from typing import BinaryIO

from mlops_platform.adapters.isolated_child import read
from mlops_platform.adapters.reader_end import wait_for_reader
from mlops_platform.core.registry import plugins

LATE = "late"
PRELOADED = "mlops_platform.core.gather.project_profile"
"""The largest of the gatherers; the others share most of what it imports."""

DETECTORS = "mlops_platform.core.detectors"


def serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Do one order after the other until there are no more."""
    _preload()
    gc.freeze()
    while line := orders.readline():
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            os.setpgid(0, 0)
            read(Path(order["place"]))
        with contextlib.suppress(PermissionError, ProcessLookupError):
            os.setpgid(pid, pid)
        # At the deadline, or when nobody waits any more, the reader is killed.
        code = wait_for_reader(pid, order["seconds"], [orders.fileno()])
        answers.write(f"{LATE if code is None else code}\n".encode())
        answers.flush()


def _preload() -> None:
    importlib.import_module(PRELOADED)
    for shelf in pkgutil.iter_modules(importlib.import_module(DETECTORS).__path__):
        plugins(f"{DETECTORS}.{shelf.name}")


if __name__ == "__main__":
    # Unbuffered, so that what `select` sees of the orders is all there is.
    with os.fdopen(sys.stdin.fileno(), "rb", buffering=0) as standard_input:
        serve(standard_input, sys.stdout.buffer)
