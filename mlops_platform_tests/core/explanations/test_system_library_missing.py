"""Tests of the explanation `system_library_missing`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.system_library_missing import explain
from mlops_platform_tests.core.failures.failing import printed, ran

WARNING = (
    "UserWarning: Failed to load image Python extension: libjpeg.so.62: cannot open shared object"
    " file: No such file or directory\n"
)


@pytest.mark.parametrize(
    "log",
    [
        printed("tk"),
        "ImportError: libunheardof.so.7: cannot open shared object file: No such file",
        "/bin/sh: 1: my-own-tool: not found",
    ],
)
def test_what_is_missing_is_quoted(log: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.SYSTEM_LIBRARY_MISSING
    assert log.strip().splitlines()[-1][:40] in found.because


@pytest.mark.parametrize(
    "log",
    [
        "ImportError: libcudart.so.11.0: cannot open shared object file: No such file",
        "it was not found",
    ],
)
def test_other_words_are_another_matter(log: str) -> None:
    assert explain(ran(log)) is None


def test_a_warning_is_not_what_ended_the_run() -> None:
    assert explain(ran(WARNING + printed("own_key"))) is None


def test_what_a_started_program_says_counts_where_its_failure_is_raised() -> None:
    log = (
        "sh: 1: my-own-tool: not found\nTraceback (most recent call last):\n"
        '  File "/box/src/train.py", line 3, in <module>\n    check_call("my-own-tool")\n'
        "subprocess.CalledProcessError: Command 'my-own-tool' returned non-zero exit status 127."
    )
    found = explain(ran(log))
    assert found is not None
    assert "my-own-tool: not found" in found.because
