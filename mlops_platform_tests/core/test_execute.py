"""Tests of the attempt loop, over a sandbox whose answers are foretold."""

from collections.abc import Callable
from pathlib import Path

from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.execute import Job, Tools, execute
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.run_outcome import (
    Artifact,
    Attempt,
    Ending,
    Execution,
    Metric,
    MetricPoint,
    RunResults,
    SandboxOutcome,
)
from mlops_platform.core.run_plan import Planning
from mlops_platform.core.sandbox import SandboxOrder
from mlops_platform_tests.core.failures.failing import outcome, plan, printed, step
from mlops_platform_tests.drawing import REVISION
from mlops_platform_tests.fakes.sandbox import ForetoldSandbox

MEASURED = RunResults(
    metrics=(
        Metric(name="accuracy", key="accuracy", points=(MetricPoint(value=0.9),), source="stdout"),
    )
)
WELL = outcome("accuracy: 0.9\n", ending=Ending.SUCCEEDED)
FACTS = RepairFacts(files=("train.py", "data/customers.csv"))


def carried_out(
    planning: Planning,
    answer: Callable[[SandboxOrder], SandboxOutcome],
    *,
    collect: Callable[[Attempt, Path], RunResults] = lambda *_: MEASURED,
    facts: RepairFacts = FACTS,
    most_attempts: int = 6,
) -> tuple[Execution, ForetoldSandbox]:
    """Execute a planning over foretold outcomes."""
    sandbox = ForetoldSandbox(answer)
    tools = Tools(
        sandbox=sandbox,
        folder=lambda number: Path(f"attempt-{number}"),
        collect=collect,
        look=lambda: facts,
        live=lambda _: None,
    )
    checkout = Checkout(revision=REVISION, root=Path("nowhere"))
    return execute(Job("run-1", checkout, planning, most_attempts), tools), sandbox


def test_a_run_that_measured_something_succeeds_at_once() -> None:
    execution, sandbox = carried_out(Planning(plan=plan("pandas")), lambda _: WELL)
    assert execution.ending is Ending.SUCCEEDED
    assert (execution.cause, execution.decided_by) == ("", 1)
    assert execution.results == MEASURED
    assert [order.attempt for order in sandbox.orders] == [1]


def test_nothing_is_read_of_the_repository_while_nothing_fails() -> None:
    def look() -> RepairFacts:
        raise AssertionError

    tools = Tools(ForetoldSandbox(lambda _: WELL), Path, lambda *_: MEASURED, look, print)  # type: ignore[arg-type]
    checkout = Checkout(revision=REVISION, root=Path("nowhere"))
    tools = tools._replace(folder=lambda number: Path(str(number)))
    assert execute(Job("r", checkout, Planning(plan=plan())), tools).ending is Ending.SUCCEEDED


def test_without_a_plan_nothing_is_tried() -> None:
    planning = Planning(plan=None, cause="nothing_to_train", because="it is a library")
    execution, sandbox = carried_out(planning, lambda _: WELL)
    assert execution.ending is Ending.NOT_RUNNABLE
    assert (execution.cause, execution.because) == ("nothing_to_train", "it is a library")
    assert sandbox.orders == []


def test_two_failures_in_turn_are_mended_in_turn() -> None:
    def answer(order: SandboxOrder) -> SandboxOutcome:
        if "tabulate" not in order.plan.environment.requirements:
            return outcome(printed("tabulate"))
        return WELL if "results" in order.plan.folders else outcome(printed("folder"))

    execution, sandbox = carried_out(Planning(plan=plan("pandas")), answer)
    assert execution.ending is Ending.SUCCEEDED
    assert execution.decided_by == 3
    made = [each.repair for each in sandbox.orders[-1].plan.repairs]
    assert made == ["missing_module", "missing_folder"]
    assert [str(folder) for folder in sandbox.folders] == ["attempt-1", "attempt-2", "attempt-3"]


def test_a_repair_that_does_not_help_is_not_made_again() -> None:
    execution, sandbox = carried_out(Planning(plan=plan()), lambda _: outcome(printed("folder")))
    assert len(sandbox.orders) == 2
    assert execution.cause == Cause.CODE_RAISES
    assert execution.ending is Ending.FAILED


def test_attempts_are_counted() -> None:
    def answer(order: SandboxOrder) -> SandboxOutcome:
        log = printed("folder").replace("results/", f"results{order.attempt}/")
        return outcome(log)

    _, sandbox = carried_out(Planning(plan=plan()), answer, most_attempts=4)
    assert len(sandbox.orders) == 4


def test_another_way_is_tried_where_the_first_cannot_start() -> None:
    other = plan(steps=(step("python", "main.py"),))

    def answer(order: SandboxOrder) -> SandboxOutcome:
        return WELL if order.plan == other else outcome(printed("argp"))

    execution, _ = carried_out(Planning(plan=plan(), alternatives=(other,)), answer)
    assert execution.ending is Ending.SUCCEEDED
    assert execution.decided_by == 2


def test_no_other_way_is_tried_where_data_are_missing() -> None:
    other = plan(steps=(step("python", "main.py"),))
    planning = Planning(plan=plan(), alternatives=(other,))
    execution, sandbox = carried_out(planning, lambda _: outcome(printed("data_pd")))
    assert len(sandbox.orders) == 1
    assert execution.cause == Cause.DATA_MISSING


def test_one_of_many_projects_may_have_its_data() -> None:
    other = plan(steps=(step("python", "main.py"),))

    def answer(order: SandboxOrder) -> SandboxOutcome:
        return WELL if order.plan == other else outcome(printed("net_pd"))

    many = FACTS.model_copy(update={"holds_many_projects": True})
    planning = Planning(plan=plan(), alternatives=(other,))
    execution, _ = carried_out(planning, answer, facts=many)
    assert execution.ending is Ending.SUCCEEDED


def test_the_likeliest_way_is_what_gets_explained() -> None:
    other = plan(steps=(step("python", "main.py"),))

    def answer(order: SandboxOrder) -> SandboxOutcome:
        return outcome(printed("syntax" if order.plan == other else "argp"))

    execution, sandbox = carried_out(Planning(plan=plan(), alternatives=(other,)), answer)
    assert len(sandbox.orders) == 2
    assert (execution.cause, execution.decided_by) == (Cause.ARGUMENT_UNKNOWN, 1)


def test_a_run_that_measured_nothing_is_no_success() -> None:
    execution, _ = carried_out(
        Planning(plan=plan()), lambda _: WELL, collect=lambda *_: RunResults()
    )
    assert execution.ending is Ending.FAILED
    assert execution.cause == Cause.NOTHING_MEASURED


def test_the_executed_copy_of_a_notebook_is_no_result() -> None:
    copy = Artifact(path="a.ipynb", stored_as="a", kind="notebook", size_bytes=1, sha256="0" * 64)
    left = RunResults(artifacts=(copy,))
    execution, _ = carried_out(Planning(plan=plan()), lambda _: WELL, collect=lambda *_: left)
    assert execution.cause == Cause.NOTHING_MEASURED
    model = copy.model_copy(update={"kind": "joblib", "is_model": True})
    left = RunResults(artifacts=(copy, model))
    execution, _ = carried_out(Planning(plan=plan()), lambda _: WELL, collect=lambda *_: left)
    assert execution.ending is Ending.SUCCEEDED


def test_a_run_that_edits_its_sources_is_no_success() -> None:
    edited = WELL.model_copy(update={"modified_sources": ("src/model.py",)})
    execution, _ = carried_out(Planning(plan=plan()), lambda _: edited)
    assert execution.ending is Ending.FAILED
    assert execution.cause == Cause.SOURCES_MODIFIED
    assert "src/model.py" in execution.because


def test_results_that_cannot_be_read_are_no_success() -> None:
    def collect(attempt: Attempt, folder: Path) -> RunResults:
        raise GatheringFailedError("reading metrics.json killed the reader.")

    execution, _ = carried_out(Planning(plan=plan()), lambda _: WELL, collect=collect)
    assert execution.cause == Cause.NOTHING_MEASURED
    assert "killed the reader" in execution.because


def test_what_was_measured_until_the_deadline_is_kept() -> None:
    late = outcome("step 500 | loss 2.1", ending=Ending.TIMED_OUT)
    execution, sandbox = carried_out(Planning(plan=plan()), lambda _: late)
    assert len(sandbox.orders) == 1
    assert execution.ending is Ending.TIMED_OUT
    assert execution.cause == Cause.TIME_LIMIT
    assert execution.results == MEASURED


def test_repairs_know_the_log_alone_where_the_repository_cannot_be_read() -> None:
    def look() -> RepairFacts:
        raise GatheringFailedError("reading train.py killed the reader")

    sandbox = ForetoldSandbox(
        lambda order: WELL if order.plan.folders else outcome(printed("folder"))
    )
    tools = Tools(sandbox, lambda _: Path("x"), lambda *_: MEASURED, look, lambda _: None)
    checkout = Checkout(revision=REVISION, root=Path("nowhere"))
    assert execute(Job("r", checkout, Planning(plan=plan())), tools).decided_by == 2
