"""Tests of the repair `old_pins`."""

from datetime import date

import pytest

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.old_pins import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran


def test_the_newest_python_with_wheels_is_taken() -> None:
    change = repair(installed(printed("abi_tag"), plan("tensorflow==2.4.0")))
    assert change is not None
    assert change.plan.environment.python == "3.8"
    assert "no wheels with a matching Python ABI tag" in change.because


def test_where_no_python_has_wheels_the_first_releases_that_have_stand_in() -> None:
    facts = RepairFacts(pythons=("3.11", "3.9"))
    change = repair(installed(printed("abi_tag"), plan("tensorflow==2.4.0", "numpy"), facts))
    assert change is not None
    assert change.plan.environment.python == "3.11"
    assert change.plan.environment.requirements == ("tensorflow>=2.12.0,<2.13", "numpy")


def test_all_pins_that_are_too_old_are_changed_at_once() -> None:
    lines = ("pandas[excel]==0.14.0 ; python_version > '3'", "numpy==1.16.4", "pyyaml==5.1.2")
    change = repair(installed(printed("invalid_metadata"), plan(*lines, python="3.9")))
    assert change is not None
    assert change.plan.environment.requirements == (
        "pandas[excel]>=1.1.3,<1.2 ; python_version > '3'",
        "numpy>=1.19.3,<1.20",
        "pyyaml==5.1.2",
    )


def test_what_does_not_run_under_a_newer_python_is_changed_with_the_rest() -> None:
    lines = ("pandas==0.24.2", "joblib==0.13.2")
    change = repair(installed(printed("invalid_metadata"), plan(*lines, python="3.9")))
    assert change is not None
    assert change.plan.environment.requirements[1] == "joblib>=1.0.0,<1.1"


def test_pins_that_nobody_complains_of_stay() -> None:
    tried = plan("numpy==1.16.4", "tensorflow==2.4.0")
    assert repair(installed(printed("invalid_metadata"), tried)) is None


@pytest.mark.parametrize(
    ("log", "pin"), [("b_sklearn", "scikit-learn==0.22"), ("b_numpy", "numpy==1.19.0")]
)
def test_where_a_pin_cannot_be_built_the_next_older_python_is_taken(log: str, pin: str) -> None:
    change = repair(installed(printed(log), plan(pin)))
    assert change is not None
    assert change.plan.environment.python == "3.10"


def test_releases_of_a_day_take_a_python_of_that_day() -> None:
    tried = plan("pandas", "scikit-learn", as_of=date(2020, 11, 16))
    change = repair(installed(printed("b_pandas"), tried))
    assert change is not None
    assert change.plan.environment.python == "3.8"


def test_what_is_not_pinned_has_no_python_of_its_own() -> None:
    assert repair(installed(printed("py2"), plan("mysql-python"))) is None


def test_a_conflict_is_another_matter() -> None:
    assert repair(installed(printed("conflict"), plan("numpy==2.1.0", "pandas==2.1.3"))) is None


def test_a_run_cannot_claim_it() -> None:
    assert repair(ran(printed("abi_tag"), plan("tensorflow==2.4.0"))) is None
