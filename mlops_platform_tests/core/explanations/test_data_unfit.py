"""Tests of the explanation `data_unfit`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.data_unfit import explain
from mlops_platform_tests.core.failures.failing import printed, ran


def test_one_class_teaches_nothing() -> None:
    found = explain(ran(printed("one_class")))
    assert found is not None
    assert found.cause is Cause.DATA_UNFIT
    assert "only one class" in found.because


@pytest.mark.parametrize("log", ["strings", "own_key", "pd_chain"])
def test_other_errors_are_not_the_data_s(log: str) -> None:
    assert explain(ran(printed(log))) is None
