from mlops_platform.core.rules.deployment_readiness.server_is_made_for_production import answer
from mlops_platform.core.sections.project_profile import ContainerFile, Place
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    route,
    seen,
    server,
)

FLASK = server(route("GET /"), framework="flask", development_server=(seen("app.py", 30),))


def test_met_when_the_container_starts_gunicorn() -> None:
    file = ContainerFile(path="Dockerfile", command="gunicorn app:app", command_line=9)
    is_met(answer(deployment(applications=(FLASK,), container_files=(file,))), "Dockerfile:9")


def test_met_when_a_script_or_a_named_dockerfile_starts_it() -> None:
    started = Place(name="gunicorn app:app", evidence=seen("start.sh", 2))
    is_met(answer(deployment(applications=(FLASK,), server_starts=(started,))), "start.sh:2")


def test_unmet_when_the_code_starts_its_own_and_nothing_else_does() -> None:
    file = ContainerFile(path="Dockerfile", command="python app.py", command_line=9)
    facts = deployment(applications=(FLASK,), container_files=(file,))
    is_unmet(answer(facts), "`app.py`", at=["app.py:30"])


def test_unknown_when_a_script_starts_it() -> None:
    file = ContainerFile(path="Dockerfile", command="./start.sh", command_line=9)
    is_unknown(answer(deployment(applications=(FLASK,), container_files=(file,))))


def test_unknown_when_a_platform_that_ci_deploys_to_may_start_it() -> None:
    facts = deployment(applications=(FLASK,), deployments_in_ci=(seen("ci.yml", 9),))
    is_unknown(answer(facts))


def test_not_applicable_to_other_frameworks() -> None:
    is_not_applicable(answer(deployment(applications=(server(route("GET /")),))), "no Flask")
