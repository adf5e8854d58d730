from mlops_platform.core.rules.mlops_readiness.tests_exist import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_test_files() -> None:
    facts = mlops(tests=(used("pytest", "tests/test_a.py"),), code=CodeSummary(test_files=1))
    is_met(answer(facts), "tests/test_a.py")


def test_unmet_without_any() -> None:
    is_unmet(answer(mlops()), "no file was found that defines a test")


def test_not_applicable_to_a_course_without_tests() -> None:
    is_not_applicable(answer(mlops(**of_kind("many_projects"))), "separate projects")


def test_a_course_with_tests_is_credited() -> None:
    is_met(answer(mlops(code=CodeSummary(test_files=1), **of_kind("many_projects"))))
