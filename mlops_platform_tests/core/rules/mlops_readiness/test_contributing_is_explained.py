from mlops_platform.core.rules.mlops_readiness.contributing_is_explained import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    seen,
)


def test_met_with_a_guide() -> None:
    documentation = Documentation(contributing=seen("CONTRIBUTING.md"))
    is_met(answer(mlops(documentation=documentation)), "CONTRIBUTING.md")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "no CONTRIBUTING")


def test_not_applicable_to_a_course() -> None:
    is_not_applicable(answer(mlops(**of_kind("many_projects"))))
