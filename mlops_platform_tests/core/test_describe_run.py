from datetime import timedelta

import pytest

from mlops_platform.core.describe_run import describe_attempts, describe_run
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Purpose, Repair
from mlops_platform_tests.core.executions import NOON, attempt, execution, metric, plan, record


def described(ended, **fields):
    return describe_run(record(ended, **fields), NOON)


def test_a_run_says_what_was_run_of_which_commit():
    run = described(execution("run-1", metric("accuracy", 0.9)), purpose=Purpose.EVALUATE)
    tags = dict(run.tags)
    assert run.name == "evaluate 0123456"
    assert tags["mlops.repository"] == "github.com/acme/churn"
    assert tags["mlflow.source.git.repoURL"] == "https://github.com/acme/churn"
    assert tags["mlops.image"] == "sha256:abc"
    assert tags["mlops.report"] == "mlops-platform report github.com/acme/churn"
    assert dict(run.parameters)["plan.train"] == "python train.py"
    assert run.ended_at - run.started_at == timedelta(seconds=30)


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        (Ending.SUCCEEDED, "FINISHED"),
        (Ending.KILLED, "KILLED"),
        (Ending.FAILED, "FAILED"),
        (Ending.TIMED_OUT, "FAILED"),
        (Ending.OUT_OF_MEMORY, "FAILED"),
        (Ending.NOT_RUNNABLE, "FAILED"),
    ],
)
def test_only_a_success_is_finished(ending, status):
    assert described(execution(ending=ending)).status == status


def test_a_run_without_an_attempt_says_why():
    ended = execution(ending=Ending.NOT_RUNNABLE, attempts=()).model_copy(
        update={"cause": "data_missing", "because": "`data.csv` is *missing*", "next_action": "Add"}
    )
    tags = dict(described(ended).tags)
    assert tags["mlops.cause"] == "data_missing"
    assert tags["mlops.attempts"] == "0"
    assert tags["mlflow.note.content"] == "`data.csv` is \\*missing\\*\n\nAdd"


def test_what_the_run_recorded_never_replaces_what_we_planned():
    ended = execution(parameters=(("plan.python", "2.7"), ("lr", "0.1"), ("x", "a\x00\nb" * 3000)))
    parameters = dict(described(ended).parameters)
    assert parameters["plan.python"] == "3.11"
    assert parameters["plan.python_2"] == "2.7"
    assert parameters["lr"] == "0.1"
    assert 4990 < len(parameters["x"]) <= 5000
    assert "\x00" not in parameters["x"]


def test_what_does_not_fit_is_named():
    metrics = tuple(metric(f"m{n}", 1.0) for n in range(1200))
    run = described(execution("r", *metrics))
    assert len({p.key for p in run.points if not p.key.startswith("system/")}) == 1000
    assert dict(run.tags)["mlops.left_out"] == "200 metrics"


def test_attempts_are_runs_of_their_own_where_there_were_several():
    repair = Repair(repair="missing_module", because="no module named x", change="adds x")
    mended = plan().model_copy(update={"repairs": (repair,)})
    ended = execution("r", attempts=(attempt(Ending.FAILED), attempt(plan=mended)))
    first, second = describe_attempts(record(ended), NOON)
    assert (first.name, first.status, second.status) == ("attempt 1", "FAILED", "FINISHED")
    assert second.ended_at - first.ended_at == timedelta(seconds=30)
    assert dict(second.tags)["mlops.repairs"] == "missing_module: adds x"
    assert dict(first.documents)["log_end.txt"] == "accuracy=0.9\n"
    assert describe_attempts(record(execution()), NOON) == ()
