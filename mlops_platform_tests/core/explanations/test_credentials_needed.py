"""Tests of the explanation `credentials_needed`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.credentials_needed import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


@pytest.mark.parametrize("log", ["env_secret", "boto", "wandb"])
def test_a_key_is_asked_for(log: str) -> None:
    found = explain(ran(printed(log)))
    assert found is not None
    assert found.cause is Cause.CREDENTIALS_NEEDED


def test_the_variable_is_named() -> None:
    found = explain(ran(printed("env_secret")))
    assert found is not None
    assert "OPENAI_API_KEY" in found.because


@pytest.mark.parametrize("log", ["env", "own_key", "net_req"])
def test_other_failures_ask_for_no_key(log: str) -> None:
    assert explain(ran(printed(log))) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed("401 Client Error")) is None
