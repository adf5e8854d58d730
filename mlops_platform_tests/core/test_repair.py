"""Tests of the engine of repairs."""

from datetime import date

import pytest

from mlops_platform.core.explain import explain
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.failure import read_failure
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.registry import plugins
from mlops_platform.core.repair import REPAIRS, repair
from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.failures.failing import (
    LOGS,
    NO_FACTS,
    installed,
    outcome,
    plan,
    printed,
    ran,
)

"""Of processor time, on a slow machine; what is not linear takes minutes."""


@pytest.mark.parametrize("module", plugins(REPAIRS), ids=lambda each: each.__name__.split(".")[-1])
def test_every_repair_says_how_sure_it_is(module: object) -> None:
    assert getattr(module, "CERTAINTY", None) in (1, 2)


def test_a_repair_is_named_with_what_was_said_and_what_changes() -> None:
    mended = repair(ran(printed("folder")))
    assert mended is not None
    (made,) = mended.repairs
    assert made.repair == "missing_folder"
    assert "No such file or directory: 'results/m.txt'" in made.because
    assert "results" in made.change


def test_a_plan_that_was_tried_is_not_made_again() -> None:
    first = repair(ran(printed("folder")))
    assert first is not None
    assert repair(ran(printed("folder")), tried=(first,)) is None


def test_two_that_the_log_asks_for_are_made_at_once() -> None:
    log = f"wandb: ERROR No API key configured\n{printed('folder')}"
    mended = repair(ran(log))
    assert mended is not None
    assert [each.repair for each in mended.repairs] == [
        "missing_environment_variable",
        "missing_folder",
    ]


def test_what_is_inferred_waits_for_what_the_log_asks_for() -> None:
    log = f"wandb: ERROR No API key configured\n{printed('np_float')}"
    facts = RepairFacts(committed_on=date(2022, 1, 1))
    first = repair(ran(log, plan("numpy"), facts))
    assert first is not None
    assert [each.repair for each in first.repairs] == ["missing_environment_variable"]
    second = repair(ran(log, first, facts))
    assert second is not None
    assert second.repairs[-1].repair == "drifted_dependency"


@pytest.mark.parametrize(
    "ending",
    [Ending.TIMED_OUT, Ending.OUT_OF_MEMORY, Ending.OUT_OF_DISK, Ending.KILLED],
)
def test_limits_are_not_repaired(ending: Ending) -> None:
    failure = read_failure(plan(), outcome(printed("folder"), ending=ending))
    assert repair(Case(failure, plan(), NO_FACTS)) is None


@pytest.mark.parametrize("log", sorted(path.stem for path in LOGS.glob("*.txt")))
def test_every_repair_is_said_in_one_clean_line(log: str) -> None:
    case = (installed if "error: " in printed(log)[:200] else ran)(printed(log), plan("pandas"))
    mended = repair(case)
    for made in mended.repairs if mended else ():
        assert made.because
        assert "\n" not in made.because + made.change
        assert len(made.because) <= 240


LONG = {
    "a resolver's endless sentence": "error: " + "Because a==1 depends on b>=2,<3 and " * 8000,
    "names without end": "error: failed to build `" + "a-" * 120_000,
    "arguments without end": "error: the following arguments are required: " + "-a, " * 80_000,
    "frames without end": "Traceback (most recent call last):\n"
    + '  File "a", line 1, in b\n' * 9000,
    "headlines without end": "Traceback (most recent call last):\n" * 9000,
    "quotes without end": "FileNotFoundError: [Errno 2] No such file or directory: '"
    + "'" * 200_000,
    "spaces without end": "error:" + " " * 250_000,
    "brackets without end": "[" * 250_000,
    "hosts without end": "Max retries exceeded with url " + "https://" * 30_000,
}


@pytest.mark.parametrize("log", LONG.values(), ids=LONG)
def test_a_hostile_log_is_read_in_bounded_time(log: str) -> None:
    with cheap_enough():
        for case in (installed(log, plan("pandas==1.0")), ran(log)):
            repair(case)
            explain(case)
