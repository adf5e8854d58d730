from mlops_platform.core.rules.deployment_readiness.container_reports_health import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    route,
    server,
)

APP = {"applications": (server(route("POST /predict")),)}


def test_met_with_a_check() -> None:
    file = ContainerFile(path="Dockerfile", healthcheck_line=8)
    is_met(answer(deployment(container_files=(file,), **APP)), "Dockerfile:8")


def test_unmet_without_one() -> None:
    facts = deployment(container_files=(ContainerFile(path="Dockerfile"),), **APP)
    is_unmet(answer(facts), "`Dockerfile`", at=["Dockerfile"])


def test_unknown_when_an_orchestrator_may_ask() -> None:
    file = ContainerFile(path="Dockerfile")
    facts = deployment(container_files=(file,), infrastructure=(does("kubernetes"),), **APP)
    is_unknown(answer(facts), "orchestrator")


def test_not_applicable_when_the_container_serves_nothing() -> None:
    file = ContainerFile(path="Dockerfile")
    is_not_applicable(answer(deployment(container_files=(file,))), "no container serves")
