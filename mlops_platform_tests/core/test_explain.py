"""Tests of the engine of explanations."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explain import EXPLANATIONS, explain, nothing_measured, sources_modified
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import read_failure
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.core.failures.failing import (
    LOGS,
    NO_FACTS,
    installed,
    outcome,
    plan,
    printed,
    ran,
)


def ended(ending: Ending, log: str = "", **said: str) -> Explained:
    answer = outcome(log, ending=ending).model_copy(update=said)
    return explain(Case(read_failure(plan(), answer), plan(), NO_FACTS))


@pytest.mark.parametrize("module", plugins(EXPLANATIONS), ids=lambda e: e.__name__.split(".")[-1])
def test_every_explanation_says_how_sure_it_is(module: object) -> None:
    assert getattr(module, "CERTAINTY", None) in (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("ending", "cause"),
    [
        (Ending.TIMED_OUT, Cause.TIME_LIMIT),
        (Ending.OUT_OF_MEMORY, Cause.MEMORY_LIMIT),
        (Ending.OUT_OF_DISK, Cause.DISK_LIMIT),
        (Ending.KILLED, Cause.KILLED),
        (Ending.ENGINE_UNAVAILABLE, Cause.ENGINE_UNAVAILABLE),
    ],
)
def test_the_engine_and_the_clock_come_before_the_log(ending: Ending, cause: Cause) -> None:
    assert ended(ending, printed("data_pd")).cause is cause


def test_a_limit_on_the_installation_is_said_so() -> None:
    answer = outcome("", phase="install", ending=Ending.TIMED_OUT)
    found = explain(Case(read_failure(plan(), answer), plan(), NO_FACTS))
    assert "environment was installed" in found.because


def test_what_the_sandbox_knows_is_taken_from_it() -> None:
    said = {"cause": "sandbox_not_safe", "because": "the network is not cut off"}
    found = ended(Ending.NOT_RUNNABLE, **said)
    assert (found.cause, found.because) == (Cause.SANDBOX_NOT_SAFE, "the network is not cut off")


def test_silence_is_said_too() -> None:
    found = ended(Ending.FAILED)
    assert found.cause is Cause.CODE_RAISES
    assert "said nothing" in found.because


@pytest.mark.parametrize("log", sorted(path.stem for path in LOGS.glob("*.txt")))
def test_every_failure_has_a_cause_and_a_next_action(log: str) -> None:
    case = (installed if "error: " in printed(log)[:200] else ran)(printed(log))
    found = explain(case)
    assert found.because
    assert found.next_action.endswith((".", "`"))
    assert "\n" not in found.because
    assert len(found.because) < 600


def test_of_many_edited_sources_some_are_named() -> None:
    found = sources_modified(tuple(f"src/{n}.py" for n in range(5)))
    assert found.cause is Cause.SOURCES_MODIFIED
    assert "and 2 more" in found.because


def test_nothing_measured_says_what_could_not_be_read() -> None:
    assert "left no metric" in nothing_measured().because
    assert "too large" in nothing_measured(("mlflow.db: too large",)).because
