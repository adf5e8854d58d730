"""Tests of the repair `drifted_dependency`."""

from datetime import date

import pytest

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.drifted_dependency import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran

DATED = RepairFacts(files=("train.py",), committed_on=date(2023, 5, 1))
UNDATED = RepairFacts(files=("train.py",))
DRIFTED = [
    ("np_float", "numpy<1.24"),
    ("np_bool8", "numpy<2"),
    ("pd_append", "pandas<2"),
    ("sk_sparse", "scikit-learn<1.2"),
    ("sk_names", "scikit-learn<1.2"),
    ("sk_plot", "scikit-learn<1.2"),
    ("sk_joblib", "scikit-learn<0.23"),
    ("sk_cross", "scikit-learn<0.23"),
    ("mpl_style", "matplotlib<3.8"),
    ("sns_dist", "seaborn<0.12"),
    ("mlflow_skops", "mlflow<3.12"),
    ("pkgres", "setuptools<81"),
]


@pytest.mark.parametrize(("log", "bound"), DRIFTED)
def test_first_releases_as_of_the_commit_then_below_what_changed(log: str, bound: str) -> None:
    first = repair(ran(printed(log), plan("a", "b"), DATED))
    assert first is not None
    assert first.plan.environment.as_of == date(2023, 5, 1)
    second = repair(ran(printed(log), first.plan, DATED))
    assert second is not None
    assert second.plan.environment.bounds == (bound,)


@pytest.mark.parametrize(("log", "bound"), DRIFTED)
def test_without_a_date_the_limit_comes_at_once(log: str, bound: str) -> None:
    change = repair(ran(printed(log), plan("a"), UNDATED))
    assert change is not None
    assert change.plan.environment.bounds == (bound,)
    assert repair(ran(printed(log), change.plan, UNDATED)) is None


@pytest.mark.parametrize(
    ("log", "variable"),
    [
        ("mlflow_file", ("MLFLOW_ALLOW_FILE_STORE", "true")),
        ("weights", ("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")),
    ],
)
def test_a_switch_of_the_library_is_the_smallest_change(
    log: str, variable: tuple[str, str]
) -> None:
    change = repair(ran(printed(log), plan("mlflow"), DATED))
    assert change is not None
    assert change.plan.variables == (variable,)
    assert change.plan.environment.as_of is None


@pytest.mark.parametrize("log", ["pd_chain", "strings"])
def test_a_library_that_refuses_what_it_is_given_may_have_drifted(log: str) -> None:
    change = repair(ran(printed(log), plan("pandas"), DATED))
    assert change is not None
    assert change.plan.environment.as_of == date(2023, 5, 1)
    assert repair(ran(printed(log), change.plan, DATED)) is None


@pytest.mark.parametrize(
    "log",
    [
        "own_key",
        "asserts",
        "mod_attr",
        "mod_pkg",
        "one_class",
        "data_pd",
        "env",
        "cuda",
        "relative",
        "redis",
        "net_req",
    ],
)
def test_other_errors_are_the_code_s_own(log: str) -> None:
    assert repair(ran(printed(log), plan("pandas"), DATED)) is None


def test_a_pin_of_the_repository_is_not_overruled() -> None:
    assert repair(ran(printed("np_float"), plan("numpy==1.26.4"), DATED)) is None


def test_where_everything_is_pinned_a_date_changes_nothing() -> None:
    change = repair(ran(printed("np_float"), plan("pandas==2.1.3"), DATED))
    assert change is not None
    assert change.plan.environment.as_of is None
    assert change.plan.environment.bounds == ("numpy<1.24",)


def test_what_pinned_releases_need_in_turn_is_taken_as_of_the_commit() -> None:
    log = (
        "Traceback (most recent call last):\n"
        '  File "/opt/env/lib/python3.11/site-packages/flask/app.py", line 12, in <module>\n'
        "    from other import (\n"
        "ImportError: cannot import name 'Pool' from 'other' (/opt/env/lib/other/__init__.py)\n"
    )
    change = repair(ran(log, plan("flask==2.0"), DATED))
    assert change is not None
    assert change.plan.environment.as_of == date(2023, 5, 1)
    assert repair(ran(log, plan("flask==2.0", bounds=("other==1.0",)), DATED)) is None


def test_a_pool_that_sqlalchemy_dropped_asks_for_the_release_before() -> None:
    log = "ImportError: cannot import name 'FallbackAsyncAdaptedQueuePool' from 'sqlalchemy.pool'"
    change = repair(ran(log, plan("mlflow==2.13.0"), DATED))
    assert change is not None
    assert change.plan.environment.bounds == ("sqlalchemy<2.1",)


def test_names_that_python_itself_moved_ask_for_an_older_python() -> None:
    log = "AttributeError: module 'collections' has no attribute 'Mapping'"
    change = repair(ran(log, plan("pandas==1.0")))
    assert change is not None
    assert change.plan.environment.python == "3.9"


def test_an_installation_is_another_matter() -> None:
    assert repair(installed(printed("b_numpy"), plan("numpy==1.19.0"), DATED)) is None
