"""Tests of the explanation `argument_unknown`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.argument_unknown import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


@pytest.mark.parametrize(
    ("log", "name"),
    [
        (printed("argp"), "`--data`, `fold`"),
        (printed("click"), "`OUT`"),
        (printed("typer"), "`data`"),
        (printed("argv"), "needs arguments"),
        (printed("argv_usage"), "needs arguments"),
        (printed("env"), "the variable MODEL_DIR"),
        (printed("inputs"), "asks a person for input"),
        (
            "omegaconf.errors.MissingMandatoryValue: Missing mandatory value: data.path",
            "`data.path`",
        ),
        (
            "flag --x=None: Flag --x must have a value other than None.",
            "--x",
        ),
        ("train.py: error: unrecognized arguments: --epoch 3", "unrecognized arguments"),
    ],
)
def test_what_is_lacking_is_named(log: str, name: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.ARGUMENT_UNKNOWN
    assert name in found.because


def test_what_is_refused_is_quoted_without_its_box() -> None:
    log = """Usage: ktl [OPTIONS] COMMAND [ARGS]...
Try 'ktl --help' for help.
╭─ Error ──────────────────────────────────────────────────────────────────────╮
│ No such option: --run-dir                                                    │
╰──────────────────────────────────────────────────────────────────────────────╯
"""
    found = explain(ran(log))
    assert found is not None
    assert found.because.endswith("does not take: No such option: --run-dir")


@pytest.mark.parametrize("log", ["env_secret", "data_pd", "own_key"])
def test_other_failures_lack_no_argument(log: str) -> None:
    assert explain(ran(printed(log))) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(printed("argp"))) is None
