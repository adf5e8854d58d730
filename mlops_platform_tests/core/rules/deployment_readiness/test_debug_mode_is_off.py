from mlops_platform.core.rules.deployment_readiness.debug_mode_is_off import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    route,
    seen,
    server,
)

DEBUGS = server(route("GET /"), debug_mode=(seen("app.py", 30),))


def test_met_without_a_flag() -> None:
    is_met(answer(deployment(applications=(server(route("GET /")),))))


def test_unmet_with_a_flag_in_the_code() -> None:
    is_unmet(answer(deployment(applications=(DEBUGS,))), "debug", at=["app.py:30"])


def test_unmet_with_a_flag_in_the_container() -> None:
    file = ContainerFile(path="Dockerfile", command="uvicorn app:app --reload", command_line=9)
    facts = deployment(applications=(server(route("GET /")),), container_files=(file,))
    is_unmet(answer(facts), at=["Dockerfile:9"])


def test_met_when_the_container_starts_another_server() -> None:
    file = ContainerFile(path="Dockerfile", command="gunicorn app:app", command_line=9)
    is_met(answer(deployment(applications=(DEBUGS,), container_files=(file,))))


def test_not_applicable_without_routes() -> None:
    is_not_applicable(answer(deployment(applications=(server(framework="gradio"),))))
