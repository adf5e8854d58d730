from mlops_platform.core.rules.deployment_readiness.infrastructure_is_declared import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    seen,
    server,
)

APP = {"applications": (server(),)}


def test_met_with_an_orchestrator_or_compose() -> None:
    is_met(answer(deployment(infrastructure=(does("helm", "Chart.yaml"),), **APP)), "Chart.yaml:1")
    is_met(answer(deployment(compose_files=(seen("compose.yaml"),), **APP)), "compose.yaml")


def test_unmet_without_either() -> None:
    is_unmet(answer(deployment(**APP)), "no compose")


def test_not_applicable_when_nothing_serves() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")
