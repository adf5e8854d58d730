"""Tests of the repair `unknown_distribution`."""

import pytest

from mlops_platform.core.repairs.unknown_distribution import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran


@pytest.mark.parametrize("log", ["not_found", "pip_nf"])
def test_what_no_index_has_is_left_out_and_said(log: str) -> None:
    change = repair(installed(printed(log), plan("foolibthatisnot==1.0", "pandas")))
    assert change is not None
    assert change.plan.environment.requirements == ("pandas",)
    assert change.plan.environment.left_out == (
        "foolibthatisnot: the package index has no such distribution",
    )


def test_an_index_that_cannot_be_reached_says_nothing_of_names() -> None:
    assert repair(installed(printed("nonet"), plan("pandas"))) is None


def test_a_version_that_is_missing_is_another_matter() -> None:
    assert repair(installed(printed("no_version"), plan("pandas==9.9"))) is None


def test_a_run_cannot_claim_it() -> None:
    assert repair(ran(printed("not_found"), plan("foolibthatisnot==1.0"))) is None
