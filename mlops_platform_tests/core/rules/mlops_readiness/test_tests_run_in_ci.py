import pytest

from mlops_platform.core.rules.mlops_readiness.tests_run_in_ci import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    mlops,
    used,
    workflow,
)

TESTED = {"code": CodeSummary(test_files=1), "ci": (used("github_actions", "ci.yml"),)}
PATH = ".github/workflows/ci.yml"


@pytest.mark.parametrize(
    "command",
    [
        "pytest -q",
        "uv run --frozen pytest",
        "poetry run python -m unittest discover",
        "PYTHONPATH=. python -m pytest tests",
        "coverage run -m pytest",
        "make test",
        "just unit-tests",
        "mise run test",
        "pdm run test",
        "tox -e py311",
        "docker run image pytest",
    ],
)
def test_met_with_a_command_that_tests(command: str) -> None:
    is_met(answer(mlops(workflows=(workflow("pip install .", command),), **TESTED)), f"{PATH}:2")


@pytest.mark.parametrize(
    "command",
    [
        "pip install pytest",
        "python train.py",
        "echo run pytest later",
        "ruff check tests",
        "docker build .",
    ],
)
def test_unmet_with_commands_that_do_not(command: str) -> None:
    is_unmet(answer(mlops(workflows=(workflow(command),), **TESTED)), "no step", at=["ci.yml"])


@pytest.mark.parametrize(
    "command",
    [
        "make ci",
        "bash scripts/check.sh",
        "./run.sh",
        "mise run all",
        "docker compose up",
        "${{ x }}",
    ],
)
def test_unknown_when_a_step_hides_its_work(command: str) -> None:
    is_unknown(answer(mlops(workflows=(workflow(command),), **TESTED)), "not followed")


def test_unknown_when_a_workflow_is_reused() -> None:
    reused = workflow(actions=["acme/ci/.github/workflows/python.yml@v1"])
    is_unknown(answer(mlops(workflows=(reused,), **TESTED)), "python.yml")


def test_unknown_when_the_pipeline_was_not_read() -> None:
    is_unknown(answer(mlops(**TESTED)), "could not be read")


def test_not_applicable_without_tests_or_ci() -> None:
    is_not_applicable(answer(mlops()), "no tests")
    is_not_applicable(answer(mlops(code=CodeSummary(test_files=1))), "no CI")
