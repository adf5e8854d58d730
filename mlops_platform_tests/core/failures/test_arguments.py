"""Tests of arguments that a script did not get."""

import pytest

from mlops_platform.core.failures.arguments import missing_arguments
from mlops_platform_tests.core.failures.failing import installed, printed, ran


@pytest.mark.parametrize(
    ("log", "names"),
    [
        (printed("argp"), ("--data", "fold")),
        (printed("argp_choice"), ("mode", "--x")),
        (printed("click"), ("OUT",)),
        (printed("typer"), ("data",)),
        (printed("argv"), ()),
        (printed("argv_usage"), ()),
        ("error: the following arguments are required: -d/--data, --out", ("--data", "--out")),
        ("Error: Missing option '--data' / '-d'.", ("--data",)),
        ("Error: Missing option '--mode'. Choose from:", ("--mode",)),
        ("omegaconf.errors.MissingMandatoryValue: Missing mandatory value: a.b", ("a.b",)),
    ],
)
def test_names_are_those_that_are_typed(log: str, names: tuple[str, ...]) -> None:
    found = missing_arguments(ran(log).failure)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize("log", ["own_key", "data_pd", "env", "sk_sparse"])
def test_other_failures_lack_none(log: str) -> None:
    assert missing_arguments(ran(printed(log)).failure) is None


def test_usage_that_was_shown_before_an_exception_is_not_the_cause() -> None:
    log = "Usage: train.py [OPTIONS]\n" + printed("own_key")
    assert missing_arguments(ran(log).failure) is None


def test_an_installer_has_no_arguments_of_ours() -> None:
    assert missing_arguments(installed(printed("argp")).failure) is None
