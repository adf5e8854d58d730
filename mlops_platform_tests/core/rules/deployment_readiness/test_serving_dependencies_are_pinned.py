import pytest

from mlops_platform.core.rules.deployment_readiness.serving_dependencies_are_pinned import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    server,
)

APP = {"applications": (server(),)}


@pytest.mark.parametrize("state", ["locked", "pinned"])
def test_met_with_exact_versions(state: str) -> None:
    is_met(answer(deployment(dependency_state=state, **APP)))


@pytest.mark.parametrize("state", ["ranged", "unpinned", "none"])
def test_unmet_with_anything_looser(state: str) -> None:
    is_unmet(answer(deployment(dependency_state=state, **APP)), "dependencies are declared")


def test_not_applicable_when_nothing_serves() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")
