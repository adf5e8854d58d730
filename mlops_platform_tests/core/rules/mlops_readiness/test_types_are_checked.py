from mlops_platform.core.rules.mlops_readiness.types_are_checked import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    used,
    workflow,
)

CODE = {"code": CodeSummary(python_files=1)}


def test_met_with_a_configured_checker() -> None:
    is_met(answer(mlops(quality_tools=(used("mypy"),), **CODE)), "here")


def test_met_when_ci_runs_one() -> None:
    is_met(answer(mlops(workflows=(workflow("npx pyright"),), **CODE)))


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops(**CODE)), "no type checker")


def test_not_applicable_without_python_files() -> None:
    is_not_applicable(answer(mlops()), "no Python files")
