from mlops_platform.core.rules.mlops_readiness.changes_are_logged import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    seen,
)


def test_met_with_a_changelog() -> None:
    documentation = Documentation(changelog=seen("CHANGELOG.md"))
    is_met(answer(mlops(documentation=documentation)), "CHANGELOG.md")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "no changelog")


def test_not_applicable_to_a_template() -> None:
    is_not_applicable(answer(mlops(**of_kind("template"))))
