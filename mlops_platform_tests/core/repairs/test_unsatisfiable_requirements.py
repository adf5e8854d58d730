"""Tests of the repair `unsatisfiable_requirements`."""

from datetime import date

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.unsatisfiable_requirements import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed


def test_pins_admit_their_minor_version_then_their_major_one() -> None:
    first = repair(
        installed(printed("conflict"), plan("numpy==2.1.0", "pandas==2.1.3", "tqdm==4.1"))
    )
    assert first is not None
    loosened = first.plan.environment.requirements
    assert loosened == ("numpy>=2.1.0,<2.2", "pandas>=2.1.3,<2.2", "tqdm==4.1")
    second = repair(installed(printed("conflict"), first.plan))
    assert second is not None
    assert second.plan.environment.requirements == (
        "numpy>=2.1.0,<3",
        "pandas>=2.1.3,<3",
        "tqdm==4.1",
    )
    assert repair(installed(printed("conflict"), second.plan)) is None


def test_pip_says_it_in_other_words() -> None:
    change = repair(installed(printed("pip_conf"), plan("numpy==2.1.0", "pandas==2.1.3")))
    assert change is not None
    assert change.plan.environment.requirements == ("numpy>=2.1.0,<2.2", "pandas>=2.1.3,<2.2")


def test_a_release_that_cannot_be_read_is_loosened() -> None:
    change = repair(installed(printed("invalid_metadata"), plan("pandas==0.14.0", "numpy==1.8.1")))
    assert change is not None
    assert change.plan.environment.requirements == ("pandas>=0.14.0,<0.15", "numpy==1.8.1")


def test_a_release_names_the_python_that_it_takes() -> None:
    change = repair(installed(printed("py_new"), plan("numpy==2.5.0")))
    assert change is not None
    assert change.plan.environment.python == "3.12"


def test_only_a_python_that_the_sandbox_has_is_taken() -> None:
    facts = RepairFacts(pythons=("3.11", "3.9"))
    change = repair(installed(printed("py_new"), plan("numpy==2.5.0"), facts))
    assert change is not None
    assert change.plan.environment.python == "3.11"
    assert change.plan.environment.requirements == ("numpy>=2.5.0,<2.6",)


def test_a_date_before_a_pin_is_lifted() -> None:
    tried = plan("pandas==2.1.3", "torch>=1.0", as_of=date(2017, 1, 1))
    change = repair(installed(printed("as_of_future"), tried))
    assert change is not None
    assert change.plan.environment.as_of is None
    assert change.plan.environment.bounds == ("numpy<2", "pandas<2", "torch<2.6")


def test_a_limit_of_ours_goes_where_it_does_not_fit() -> None:
    tried = plan("jinja2", bounds=("markupsafe<2.1",))
    change = repair(installed(printed("conflict2"), tried))
    assert change is not None
    assert change.plan.environment.bounds == ()


def test_an_index_that_cannot_be_reached_relaxes_nothing() -> None:
    assert repair(installed(printed("nonet"), plan("pandas==2.1.3"))) is None
