"""Runs that fail for several reasons in turn, on a real engine, until mended or explained."""

from pathlib import Path

import pytest

from mlops_platform.adapters.docker_sandbox import DockerSandbox
from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.execute import Job, Tools, execute
from mlops_platform.core.gather.repair_facts import gather_repair_facts
from mlops_platform.core.gather.run_results import gather_run_results
from mlops_platform.core.run_outcome import Attempt, Ending, Execution, FinishedRun, RunResults
from mlops_platform.core.run_plan import Planning, RunPlan, RunRequest
from mlops_platform.core.sections.project_profile import (
    DependencyState,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform_tests.adapters.docker.drawn_runs import SETTINGS, order, plan, step
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration

PROFILE = ProjectProfileFacts(
    is_ml_project=True,
    kind=ProjectKind.SINGLE_PROJECT,
    because="it trains",
    dependency_state=DependencyState.NONE,
)
MANY_FAULTS = {
    "pkg/__init__.py": "",
    "pkg/model.py": "def fit(rows):\n    return len(rows) / 4\n",
    "pkg/train.py": """
from .model import fit
import os

rows = open("/home/author/project/data/rows.csv").read().split()
target = os.environ["MODEL_DIR"]
accuracy = fit(rows)
with open("results/metrics.txt", "w") as file:
    file.write(f"accuracy: {accuracy}")
with open(os.path.join(target, "model.json"), "w") as file:
    file.write('{"coefficients": [1, 2, 3]}')
print(f"accuracy: {accuracy}")
""",
    "data/rows.csv": "a\nb\nc\n",
}


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


def executed(tmp_path: Path, files: dict[str, str], asked: RunPlan) -> tuple[Execution, Checkout]:
    """Execute a drawn repository as the platform does, reading it in this process."""
    checkout = draw_checkout(tmp_path, files)

    def folder(number: int) -> Path:
        made = tmp_path / f"attempt-{number}"
        made.mkdir()
        return made

    def collect(attempt: Attempt, outputs: Path) -> RunResults:
        return gather_run_results(
            checkout, FinishedRun(folder=str(outputs), outcome=attempt.outcome)
        )

    tools = Tools(
        sandbox=DockerSandbox(SETTINGS),
        folder=folder,
        collect=collect,
        look=lambda: gather_repair_facts(checkout, PROFILE, RunRequest()),
        live=lambda _: None,
    )
    job = Job(order(asked).run_id, checkout, Planning(plan=asked))
    return execute(job, tools), checkout


def test_four_faults_in_turn_are_mended_and_the_run_succeeds(tmp_path: Path) -> None:
    asked = plan(step("python", "pkg/train.py"))
    execution, checkout = executed(tmp_path, MANY_FAULTS, asked)
    decisive = execution.attempts[execution.decided_by - 1]
    assert execution.ending is Ending.SUCCEEDED, execution.because
    assert [each.repair for each in decisive.plan.repairs] == [
        "needs_module_run",
        "hard_coded_path",
        "missing_environment_variable",
        "missing_folder",
    ]
    assert len(execution.attempts) == 5
    assert {metric.value for metric in execution.results.metrics} == {0.75}
    assert decisive.outcome.modified_sources == ()
    assert {each.path for each in decisive.outcome.outputs} >= {
        "results/metrics.txt",
        "outputs/model.json",
    }
    for path, text in MANY_FAULTS.items():
        assert (checkout.root / path).read_text() == text


def test_missing_data_are_explained_after_one_attempt(tmp_path: Path) -> None:
    files = {"train.py": "rows = open('data/train.csv').read()\nprint('accuracy: 0.9')\n"}
    execution, _ = executed(tmp_path, files, plan(step("python", "train.py")))
    assert execution.ending is Ending.FAILED
    assert execution.cause == Cause.DATA_MISSING
    assert "`data/train.csv` is not in the repository" in execution.because
    assert len(execution.attempts) == 1


def test_a_script_of_the_repository_makes_the_data_first(tmp_path: Path) -> None:
    files = {
        "prepare.py": "open('rows.csv', 'w').write('a b c')\n",
        "train.py": "rows = open('rows.csv').read().split()\nprint('accuracy:', len(rows) / 4)\n",
    }
    execution, _ = executed(tmp_path, files, plan(step("python", "train.py")))
    assert execution.ending is Ending.SUCCEEDED, execution.because
    assert [each.repair for each in execution.attempts[-1].plan.repairs] == ["data_script_first"]
    assert [metric.value for metric in execution.results.metrics] == [0.75]


def test_a_run_that_says_nothing_is_no_success(tmp_path: Path) -> None:
    execution, _ = executed(tmp_path, {"train.py": "x = 1\n"}, plan(step("python", "train.py")))
    assert execution.ending is Ending.FAILED
    assert execution.cause == Cause.NOTHING_MEASURED


def test_what_was_printed_before_the_deadline_is_kept(tmp_path: Path) -> None:
    files = {"train.py": "import time\nprint('loss: 0.5')\ntime.sleep(600)\n"}
    asked = plan(step("python", "train.py"))
    limits = asked.limits.model_copy(update={"run_seconds": 5})
    execution, _ = executed(tmp_path, files, asked.model_copy(update={"limits": limits}))
    assert execution.ending is Ending.TIMED_OUT
    assert execution.cause == Cause.TIME_LIMIT
    assert [metric.value for metric in execution.results.metrics] == [0.5]
