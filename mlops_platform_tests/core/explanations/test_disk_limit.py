"""Tests of the explanation `disk_limit`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.disk_limit import explain
from mlops_platform_tests.core.failures.failing import printed, ran


@pytest.mark.parametrize(
    "log",
    ["OSError: [Errno 28] No space left on device", "OSError: [Errno 27] File too large"],
)
def test_what_was_not_enough_is_quoted(log: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.DISK_LIMIT
    assert log[-20:] in found.because


@pytest.mark.parametrize("log", ["own_key", "folder"])
def test_other_failures_had_enough(log: str) -> None:
    assert explain(ran(printed(log))) is None
