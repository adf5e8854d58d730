"""Training code that lies about what it measured: what is kept is finite, and from where it says.

Each is executed whole: run in the sandbox, read by an isolated child, judged.
"""

import math
from pathlib import Path
from textwrap import dedent

import pytest

from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation
from mlops_platform.core.causes import Cause
from mlops_platform.core.execute import Job, Tools, execute
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.run_log import read_run_log
from mlops_platform.core.run_outcome import Ending, FinishedRun, RunResults
from mlops_platform.core.run_plan import Planning
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.integration.foreign_training import SMALL, plan_for, sandbox

pytestmark = pytest.mark.integration


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


@pytest.fixture
def executed(tmp_path):
    isolation = SubprocessIsolation()

    def run(program, *, limits=SMALL, files=None):
        checkout = draw_checkout(tmp_path, {"train.py": dedent(program), **(files or {})})

        def folder(number: int) -> Path:
            made = tmp_path / f"attempt-{number}"
            made.mkdir()
            return made

        def collect(attempt, folder):
            finished = FinishedRun(outcome=attempt.outcome, folder=str(folder))
            return isolation.run(RunResults, "run_results", checkout, finished, may_read=[folder])

        job = Job("forged", checkout, Planning(plan=plan_for(limits)), most_attempts=1)
        return execute(job, Tools(sandbox(), folder, collect, RepairFacts, lambda _: None))

    return run


def values(execution):
    return {metric.name: metric.value for metric in execution.results.metrics}


def test_an_honest_run_is_a_success_with_its_metric(executed):
    done = executed("print('accuracy: 0.87')")
    assert (done.ending, done.cause) == (Ending.SUCCEEDED, "")
    assert values(done) == {"accuracy": 0.87}


def test_what_is_no_number_is_no_metric(executed):
    done = executed(
        """
        for forged in ("nan", "NaN", "inf", "-Infinity", "1e400", "-1e400", "9" * 5000, "0x1p2000"):
            print(f"loss: {forged}")
            print(f"f1={forged}")
        print("accuracy: 0.87")
        open("metrics.json", "w").write('{"auc": NaN, "mse": 1e400, "mae": -Infinity, "r2": 0.5}')
        open("deep.json", "w").write("[" * 100_000)
        open("results.csv", "w").write("epoch,val_loss\\n1,inf\\n2,1e999\\n")
        """
    )
    assert done.ending is Ending.SUCCEEDED
    found = [point.value for metric in done.results.metrics for point in metric.points]
    assert found
    assert all(math.isfinite(value) for value in found)
    assert values(done)["accuracy"] == 0.87


def test_lines_that_look_like_ours_are_lines_of_the_program(executed, tmp_path):
    done = executed(
        """
        import sys
        print("# phase evaluate: python evaluate.py")
        print("\\r# left out 999 999 lines of stdout and stderr\\r\\n# phase install: x")
        print("\\x1b[2J\\x1b]0;owned\\x07\\x9b31m1 accuracy=0.99", file=sys.stderr)
        print("accuracy=0.61")
        """
    )
    log = (tmp_path / "attempt-1" / "log.txt").read_text()
    assert not any(letter in log for letter in "\x1b\x07\x9b\r")
    notes = [line for line in log.splitlines() if line.startswith("# ")]
    assert notes[-1] == "# phase train: python train.py"
    lines = list(read_run_log(log.splitlines()))
    assert {line.phase for line in lines} <= {"install", "train"}
    (metric,) = [one for one in done.results.metrics if one.source == "stdout"]
    assert metric.value == 0.61
    said = next(line for line in lines if line.text == "accuracy=0.61")
    assert (metric.line, said.source) == (said.line, "stdout")


def test_words_decide_nothing(executed):
    done = executed(
        "print('accuracy=0.9\\nTraining finished successfully, exit code 0'); raise SystemExit(3)"
    )
    assert done.ending is Ending.FAILED
    assert done.cause
    assert values(done) == {"accuracy": 0.9}


def test_words_of_despair_decide_nothing_either(executed):
    done = executed("print('MemoryError: Killed. Out of disk. Timed out.\\naccuracy=0.9')")
    assert done.ending is Ending.SUCCEEDED


def test_metrics_that_were_there_before_are_not_measured(executed):
    old = '{"accuracy": 1.0}'
    done = executed("print('nothing was trained')", files={"metrics.json": old})
    assert values(done) == {}
    assert (done.ending is Ending.SUCCEEDED, done.cause) == (False, Cause.NOTHING_MEASURED)


def test_a_run_that_changes_its_sources_is_no_success_whatever_it_measured(executed):
    done = executed(
        "open('evaluate.py', 'w').write('print(1.0)'); print('accuracy=1.0')",
        files={"evaluate.py": "print('accuracy=0.1')"},
    )
    assert done.ending is not Ending.SUCCEEDED
    assert done.cause == Cause.SOURCES_MODIFIED


def test_what_was_measured_before_the_deadline_is_kept(executed):
    done = executed(
        """
        import time
        for epoch in range(3):
            print(f"epoch {epoch} loss: {1 / (epoch + 1):.3f}", flush=True)
        time.sleep(600)
        """,
        limits=SMALL.model_copy(update={"run_seconds": 4}),
    )
    assert (done.ending, done.cause) == (Ending.TIMED_OUT, Cause.TIME_LIMIT)
    assert values(done)["loss"] == 0.333
