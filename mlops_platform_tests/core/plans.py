"""Draw a repository and plan its execution: the verbs that all tests of plans share."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.gather.project_profile import gather_project_profile
from mlops_platform.core.gather.run_plan import gather_run_plan
from mlops_platform.core.planning.planning_facts import PlanningFacts, read_planning_facts
from mlops_platform.core.run_plan import Planning, RunPlan, RunRequest
from mlops_platform_tests.drawing import REVISION, draw_checkout

COMMITTED = datetime(2024, 3, 9, 12, tzinfo=UTC)
TRAIN = """
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data/rows.csv")
model = LogisticRegression().fit(df[["a"]], df["y"])
print(model.score(df[["a"]], df["y"]))
"""
ROWS = "a,y\n1,0\n2,1\n"
PLAIN = {"train.py": TRAIN, "data/rows.csv": ROWS}


def drawn(
    tmp_path: Path, files: Mapping[str, str | bytes], committed: datetime | None = COMMITTED
) -> Checkout:
    """Draw a checkout with a date."""
    checkout = draw_checkout(tmp_path, files)
    revision = replace(REVISION, committed_at=committed)
    return replace(checkout, revision=revision)


def planning(
    tmp_path: Path,
    files: Mapping[str, str | bytes],
    request: RunRequest | None = None,
    committed: datetime | None = COMMITTED,
) -> Planning:
    """Plan a repository as an execution would: profile first."""
    checkout = drawn(tmp_path, files, committed)
    return gather_run_plan(checkout, gather_project_profile(checkout), request or RunRequest())


def plan_of(
    tmp_path: Path,
    files: Mapping[str, str | bytes],
    request: RunRequest | None = None,
    committed: datetime | None = COMMITTED,
) -> RunPlan:
    """Return the plan of a repository that can be run."""
    found = planning(tmp_path, files, request, committed)
    assert found.plan is not None, found.because
    assert found.cause == "", found.because
    return found.plan


def planning_facts(tmp_path: Path, files: Mapping[str, str | bytes]) -> PlanningFacts:
    """Return what a recipe or an environment looks at."""
    checkout = drawn(tmp_path, files)
    return read_planning_facts(checkout, gather_project_profile(checkout), RunRequest())


def commands(plan: RunPlan) -> list[str]:
    """Return the commands of a plan as text, each with its purpose and folder."""
    return [
        f"{step.purpose}: {' '.join(step.arguments)} @ {step.working_directory}"
        for step in plan.steps
    ]
