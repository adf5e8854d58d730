"""Tests of the explanation `dependencies_conflict`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.dependencies_conflict import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


@pytest.mark.parametrize(
    ("log", "cause", "because"),
    [
        ("conflict", Cause.DEPENDENCIES_CONFLICT, "no set of releases fits"),
        ("pip_conf", Cause.DEPENDENCIES_CONFLICT, "Cannot install numpy==2.1.0"),
        ("b_numpy", Cause.DEPENDENCIES_CONFLICT, "`numpy` has no wheel for Python 3.11"),
        ("platform", Cause.PLATFORM_NOT_SUPPORTED, "`pywin32` has no release for Linux"),
        ("nonet", Cause.INDEX_UNREACHABLE, "could not be reached"),
    ],
)
def test_the_installer_s_complaint_is_named(log: str, cause: Cause, because: str) -> None:
    found = explain(installed(printed(log)))
    assert found is not None
    assert found.cause is cause
    assert because in found.because


def test_a_run_cannot_claim_it() -> None:
    assert explain(ran(printed("conflict"))) is None
