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


@pytest.mark.parametrize("log", ["own_key", "cuda"])
def test_other_failures_had_enough(log: str) -> None:
    assert explain(ran(printed(log))) is None
