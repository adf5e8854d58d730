"""Tests of variables that a run did not find."""

import pytest

from mlops_platform.core.failures.variables import is_secret_name, missing_variable
from mlops_platform_tests.core.failures.failing import printed, ran


@pytest.mark.parametrize(
    ("log", "name"),
    [
        (printed("env"), "MODEL_DIR"),
        (printed("env_secret"), "OPENAI_API_KEY"),
        ("ValueError: Environment variable DATA_ROOT is not set", "DATA_ROOT"),
        ("RuntimeError: DATA_ROOT environment variable not set", "DATA_ROOT"),
        ("EnvironmentError: Missing required environment variable: DATA_ROOT", "DATA_ROOT"),
    ],
)
def test_the_variable_is_named(log: str, name: str) -> None:
    found = missing_variable(ran(log).failure)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("log", ["own_key", "data_pd", "mod_pkg", "pd_append"])
def test_other_failures_name_none(log: str) -> None:
    assert missing_variable(ran(printed(log)).failure) is None


@pytest.mark.parametrize(
    "error", ["ValueError: Missing DATA in column 3", "ValueError: missing NAN values"]
)
def test_a_word_in_capitals_is_no_variable(error: str) -> None:
    assert missing_variable(ran(error).failure) is None


def test_a_name_with_an_underscore_is_one() -> None:
    found = missing_variable(ran("RuntimeError: Please set DATA_ROOT").failure)
    assert found is not None
    assert found.name == "DATA_ROOT"


def test_a_printed_line_is_no_exception() -> None:
    assert missing_variable(ran("warning: WANDB_MODE is not set").failure) is None


def test_names_of_secrets_are_known() -> None:
    secrets = "API_KEY DB_PASSWORD HF_TOKEN SECRET AWS_ACCESS_KEY_ID SENTRY_DSN GH_PAT".split()
    assert all(map(is_secret_name, secrets))
    assert not any(map(is_secret_name, "MODEL_DIR BATCH_SIZE LOG_LEVEL PATH_TO_DATA".split()))
