from mlops_platform.core.rules.mlops_readiness.code_is_linted import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    declared,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
    workflow,
)

CODE = {"code": CodeSummary(python_files=1)}


def test_met_with_a_configured_linter() -> None:
    is_met(
        answer(mlops(quality_tools=(used("ruff", "pyproject.toml", 9),), **CODE)),
        "pyproject.toml:9",
    )


def test_met_when_ci_runs_one() -> None:
    is_met(answer(mlops(workflows=(workflow("python -m flake8 src"),), **CODE)))


def test_unmet_when_it_is_only_declared_or_something_else() -> None:
    is_unmet(answer(mlops(quality_tools=(declared("pylint"), used("mypy")), **CODE)), "pylint")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops(**CODE)), "no linter")


def test_not_applicable_without_python_files() -> None:
    is_not_applicable(answer(mlops()), "no Python files")


def test_not_applicable_to_a_course_without_one() -> None:
    is_not_applicable(answer(mlops(**CODE, **of_kind("many_projects"))))
