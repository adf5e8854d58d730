"""Tests of the explanation `memory_limit`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.memory_limit import explain
from mlops_platform_tests.core.failures.failing import printed, ran


@pytest.mark.parametrize(
    "log",
    [
        "MemoryError",
        "numpy._core._exceptions._ArrayMemoryError: Unable to allocate 74.5 GiB for an array",
        "RuntimeError: DataLoader worker (pid 9) is killed by signal: Killed.",
    ],
)
def test_what_was_not_enough_is_quoted(log: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.MEMORY_LIMIT
    assert log[-20:] in found.because


ENDED = (
    "Traceback (most recent call last):\n"
    '  File "/box/src/train.py", line 3, in <module>\n    grid.fit(x, y)\n'
    "joblib.externals.loky.process_executor.TerminatedWorkerError: A worker process managed by the"
    " executor was unexpectedly terminated. This could be caused by a segmentation fault while"
    " calling the function or by an excessive memory usage.\n\n"
    "The exit codes of the workers are {how}\n"
)


def test_a_worker_that_was_killed_had_not_enough_and_any_other_end_says_nothing() -> None:
    assert explain(ran(ENDED.replace("how", "SIGKILL(-9), SIGKILL(-9)"))) is not None
    assert explain(ran(ENDED.replace("how", "SIGSEGV(-11)"))) is None
    assert explain(ran(ENDED.replace("how", "EXIT(1)"))) is None


@pytest.mark.parametrize("log", ["own_key", "cuda"])
def test_other_failures_had_enough(log: str) -> None:
    assert explain(ran(printed(log))) is None
