"""Tests of the explanation `dependency_not_found`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.dependency_not_found import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


def test_the_import_is_shown() -> None:
    found = explain(ran(printed("mod_pkg")))
    assert found is not None
    assert found.cause is Cause.DEPENDENCY_NOT_FOUND
    assert "`yaml2_nope` (train.py:1)" in found.because


@pytest.mark.parametrize("log", ["not_found", "pip_nf"])
def test_the_requirement_is_named(log: str) -> None:
    found = explain(installed(printed(log)))
    assert found is not None
    assert "no `foolibthatisnot`" in found.because


@pytest.mark.parametrize("log", ["tk", "sk_cross", "relative", "own_key"])
def test_other_failures_lack_no_distribution(log: str) -> None:
    assert explain(ran(printed(log))) is None


@pytest.mark.parametrize("log", ["nonet", "conflict", "b_numpy"])
def test_other_complaints_of_the_installer(log: str) -> None:
    assert explain(installed(printed(log))) is None
