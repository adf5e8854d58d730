from mlops_platform.core.rules.mlops_readiness.dependency_updates_are_automated import answer
from mlops_platform.core.sections.project_profile import DependencyState
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    used,
)


def test_met_with_a_bot() -> None:
    path = ".github/dependabot.yml"
    is_met(answer(mlops(quality_tools=(used("dependabot", path),))), path)


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "update bot")


def test_not_applicable_without_dependencies() -> None:
    is_not_applicable(answer(mlops(dependency_state=DependencyState.NONE)), "no dependencies")
