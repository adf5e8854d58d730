from mlops_platform.core.rules.deployment_readiness.debug_mode_is_off import answer
from mlops_platform.core.sections.project_profile import ContainerFile, Place
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    route,
    seen,
    server,
)

DEBUGS = server(route("GET /"), debug_mode_by_hand=(seen("app.py", 30),))
ALWAYS = server(route("GET /"), debug_mode=(seen("app.py", 3),))
STARTED = Place(name="gunicorn app:app", evidence=seen("start.sh", 2))


def test_met_without_a_flag() -> None:
    is_met(answer(deployment(applications=(server(route("GET /")),))))


def test_unmet_with_a_flag_in_the_code() -> None:
    is_unmet(answer(deployment(applications=(DEBUGS,))), "by its name", at=["app.py:30"])


def test_met_when_something_else_starts_the_server() -> None:
    is_met(answer(deployment(applications=(DEBUGS,), server_starts=(STARTED,))), "start.sh:2")


def test_unmet_with_a_flag_that_every_start_meets() -> None:
    facts = deployment(applications=(ALWAYS,), server_starts=(STARTED,))
    is_unmet(answer(facts), "switched on", at=["app.py:3"])


def test_unmet_with_a_flag_in_the_container() -> None:
    file = ContainerFile(path="Dockerfile", command="uvicorn app:app --reload", command_line=9)
    facts = deployment(applications=(server(route("GET /")),), container_files=(file,))
    is_unmet(answer(facts), at=["Dockerfile:9"])


def test_met_when_the_container_starts_another_server() -> None:
    file = ContainerFile(path="Dockerfile", command="gunicorn app:app", command_line=9)
    is_met(answer(deployment(applications=(DEBUGS,), container_files=(file,))))


def test_not_applicable_without_routes() -> None:
    is_not_applicable(answer(deployment(applications=(server(framework="gradio"),))))
