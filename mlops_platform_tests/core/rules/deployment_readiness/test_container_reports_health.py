import pytest

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


def image(command: str = "uvicorn app:app", health: int | None = None) -> tuple[ContainerFile]:
    file = ContainerFile(
        path="Dockerfile", command=command, command_line=9, healthcheck_line=health
    )
    return (file,)


def test_met_with_a_check() -> None:
    is_met(answer(deployment(container_files=image(health=8), **APP)), "Dockerfile:8")


def test_met_with_a_check_of_a_page_without_routes() -> None:
    page = (server(framework="streamlit"),)
    file = image("streamlit run app.py", health=8)
    is_met(answer(deployment(container_files=file, applications=page)), "Dockerfile:8")


@pytest.mark.parametrize("command", ["uvicorn app:app", '["python", "app.py"]'])
def test_unmet_without_one(command: str) -> None:
    facts = deployment(container_files=image(command), **APP)
    is_unmet(answer(facts), "`Dockerfile`", at=["Dockerfile:9"])


def test_unknown_when_an_orchestrator_may_ask() -> None:
    facts = deployment(container_files=image(), infrastructure=(does("kubernetes"),), **APP)
    is_unknown(answer(facts), "orchestrator")


def test_not_applicable_when_the_container_serves_nothing() -> None:
    is_not_applicable(answer(deployment(container_files=image())), "no Dockerfile starts")
    is_not_applicable(answer(deployment(container_files=image("python train.py"), **APP)))


def test_not_applicable_to_the_image_of_a_function() -> None:
    app = (server(framework="aws lambda"),)
    facts = deployment(container_files=image('["app.handler"]'), applications=app)
    is_not_applicable(answer(facts), "no Dockerfile starts")
