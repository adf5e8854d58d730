from mlops_platform.core.rules.mlops_readiness.code_is_formatted import answer
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

CODE = {"code": CodeSummary(python_files=1)}


def test_met_with_a_configured_formatter() -> None:
    is_met(answer(mlops(quality_tools=(used("black"),), **CODE)), "here")


def test_met_when_ci_runs_one() -> None:
    is_met(answer(mlops(workflows=(workflow("uv run ruff format --check ."),), **CODE)))


def test_unknown_when_ruff_may_be_the_linter_only() -> None:
    is_unknown(answer(mlops(quality_tools=(used("ruff"),), **CODE)), "ruff")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops(workflows=(workflow("ruff check ."),), **CODE)), "no formatter")


def test_not_applicable_without_python_files() -> None:
    is_not_applicable(answer(mlops()), "no Python files")
