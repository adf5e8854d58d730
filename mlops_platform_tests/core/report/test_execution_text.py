from mlops_platform.core.model_version import Gate
from mlops_platform.core.report.execution_text import (
    execution_lines,
    metric_rows,
    planning_lines,
    registration_lines,
)
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Planning, Repair
from mlops_platform.core.sections.model_registration import ModelRegistration
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform_tests.core import executions
from mlops_platform_tests.core.samples import REVISION

ESCAPE = "\x1b[31mred"


def section(execution, **fields):
    return TrainingExecution(revision=REVISION, execution=execution, **fields)


def test_a_plan_is_told_with_commands_environment_and_limits():
    lines = list(planning_lines(Planning(plan=executions.plan(("SEED", "1")))))
    assert lines[0] == "train: python train.py"
    assert "environment: Python 3.11 from requirements_txt" in lines
    assert "  packages: none" in lines
    assert "limits: 3600 s, 4 GiB, 2 CPUs, network none" in lines
    assert "variable: SEED=1" in lines


def test_a_program_of_several_lines_is_not_told():
    plan = executions.plan()
    words = ("python", "-c", "import a\nimport b", "fit it.ipynb")
    step = plan.steps[0].model_copy(update={"arguments": words})
    lines = planning_lines(Planning(plan=plan.model_copy(update={"steps": (step,)})))
    assert next(iter(lines)) == "train: python -c … 'fit it.ipynb'"


def test_without_a_plan_the_reason_and_the_next_step_are_told():
    planning = Planning(plan=None, because="no code trains", next_action="Name a command.")
    assert list(planning_lines(planning)) == [
        "nothing to run: no code trains",
        "next: Name a command.",
    ]


def test_a_run_is_told_with_attempts_metrics_artifacts_and_where_it_is():
    metrics = (executions.metric("loss", 0.5, 0.25, split="test"), executions.metric("f1", 0.9))
    ended = executions.execution(
        "run", *metrics, artifacts=(executions.model_file("m.pkl"),), conflicts=("two words",)
    )
    lines = list(execution_lines(section(ended, store_id="a1", link="http://mlflow/a1")))
    assert lines[0].startswith("attempt 1: succeeded (install 20.0 s, train 10.0 s)")
    assert "outcome: succeeded" in lines
    assert "metric: loss = 0.25 on test data, the last of 2 (stdout)" in lines
    assert "artifact: m.pkl (pickle, 1 bytes)" in lines
    assert "conflict: two words" in lines
    assert lines[-1] == "recorded: http://mlflow/a1"


def test_a_failure_is_told_with_every_repair_that_was_tried():
    repaired = executions.plan().model_copy(
        update={
            "repairs": (Repair(repair="missing_module", because="No module x", change="adds x"),)
        }
    )
    attempts = [executions.attempt(Ending.FAILED), executions.attempt(Ending.FAILED, plan=repaired)]
    ended = executions.execution("run", ending=Ending.FAILED, attempts=attempts)
    lines = list(execution_lines(section(ended)))
    assert "  repair missing_module: adds x – No module x" in lines
    assert "outcome: failed" in lines
    assert lines[-1] == "recorded: nowhere"


def test_what_was_not_run_says_why():
    assert list(execution_lines(section(None, failure="no plan"))) == ["not run: no plan"]


def test_where_nothing_was_attempted_nothing_failed():
    planning = Planning(plan=None, because="it evaluates what it trains")
    ended = executions.execution("run", ending=Ending.NOT_RUNNABLE, attempts=[])
    told = section(ended.model_copy(update={"next_action": "Name one."}), planning=planning)
    assert list(execution_lines(told)) == [
        "not run: it evaluates what it trains",
        "next: Name one.",
    ]


def test_a_run_that_waits_says_so():
    lines = list(execution_lines(section(executions.execution(), is_waiting=True)))
    assert "waits to be sent" in lines[-1]


def test_no_escape_of_a_run_reaches_the_terminal():
    ended = executions.execution("run", executions.metric(ESCAPE, 1.0), conflicts=(ESCAPE,))
    told = section(ended)
    assert "\x1b" not in "".join(execution_lines(told))
    assert all("\x1b" not in row["Metric"] for row in metric_rows(told))


def test_registration_tells_gates_and_version():
    gate = Gate(name="f1 >= 0.8", is_met=True, because="f1 is 0.9")
    registered = ModelRegistration(
        revision=REVISION, model="a.b", version=3, because="Every gate is met.", gates=(gate,)
    )
    assert list(registration_lines(registered)) == [
        "gate: f1 >= 0.8: met (f1 is 0.9)",
        "registered: a.b version 3, a candidate. Every gate is met.",
    ]
    refused = registered.model_copy(update={"version": None, "because": "no model", "gates": ()})
    assert list(registration_lines(refused)) == ["not registered: no model"]
