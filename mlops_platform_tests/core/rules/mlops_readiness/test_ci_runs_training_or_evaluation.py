import pytest

from mlops_platform.core.rules.mlops_readiness.ci_runs_training_or_evaluation import answer
from mlops_platform_tests.core.rules.cases import (
    EVALUATE,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    mlops,
    of_kind,
    used,
    workflow,
)

CI = {"ci": (used("github_actions"),), "evaluation_entry_points": (EVALUATE,)}


@pytest.mark.parametrize(
    "command",
    ["python ./train.py --epochs 1", "python -m train", "uv run evaluate.py", "dvc repro train"],
)
def test_met_with_the_entry_point_or_its_pipeline(command: str) -> None:
    facts = mlops(workflows=(workflow(command),), **CI)
    is_met(answer(facts), ".github/workflows/ci.yml:1")


def test_unmet_when_ci_only_tests() -> None:
    is_unmet(answer(mlops(workflows=(workflow("pytest"),), **CI)), "trains or evaluates")


def test_unknown_when_a_step_hides_its_work() -> None:
    is_unknown(answer(mlops(workflows=(workflow("make all"),), **CI)), "`make all`")


def test_not_applicable_without_ci_or_entry_points() -> None:
    is_not_applicable(answer(mlops()), "no CI")
    is_not_applicable(answer(mlops(training_entry_points=())), "entry point")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(mlops(**CI, **of_kind("library"))), "library")
