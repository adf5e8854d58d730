"""What a file that was made to cost may cost: a part of what a reader is given for one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from mlops_platform.adapters.subprocess_isolation import IsolationLimits

PART = 1 / 4


@contextmanager
def cheap_enough() -> Iterator[None]:
    """Fail where what is done here takes a quarter of a reader's time for one file, or more.

    It is time of this process on a processor: a busy machine is no fault of the code.
    """
    before = time.process_time()
    yield
    assert time.process_time() - before < PART * IsolationLimits().file_cpu_seconds
