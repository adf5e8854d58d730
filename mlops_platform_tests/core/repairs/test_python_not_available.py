"""Tests of the repair `python_not_available`."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.failure import read_failure
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.python_not_available import repair
from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.core.failures.failing import installed, outcome, plan


def without_python(python: str, *offered: str) -> Case:
    tried = plan(python=python)
    answer = outcome("", phase="install", ending=Ending.NOT_RUNNABLE)
    answer = answer.model_copy(
        update={"cause": Cause.PYTHON_NOT_AVAILABLE, "because": "none there"}
    )
    return Case(read_failure(tried, answer), tried, RepairFacts(pythons=offered))


def test_the_next_newer_python_is_taken() -> None:
    change = repair(without_python("3.8", "3.11", "3.9"))
    assert change is not None
    assert change.plan.environment.python == "3.9"
    assert change.because == "none there"


def test_else_the_next_older_one() -> None:
    change = repair(without_python("3.13", "3.11", "3.9"))
    assert change is not None
    assert change.plan.environment.python == "3.11"


def test_there_may_be_no_other() -> None:
    assert repair(without_python("3.8", "3.8")) is None


def test_a_log_cannot_claim_it() -> None:
    assert repair(installed("python_not_available: 3.8")) is None
