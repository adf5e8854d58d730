from mlops_platform.core.rules.deployment_readiness.serving_input_is_validated import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    route,
    server,
)


def test_met_with_a_typed_body() -> None:
    is_met(answer(deployment(applications=(server(route("POST /predict", is_typed=True)),))))


def test_partly_met_by_the_share_of_routes() -> None:
    app = server(route("POST /a", is_typed=True), route("POST /b"), route("GET /c"))
    is_partly_met(answer(deployment(applications=(app,))), 0.5, "`POST /b`")


def test_unmet_names_the_route() -> None:
    facts = deployment(applications=(server(route("POST /predict")),))
    is_unmet(answer(facts), "`POST /predict`", at=["app.py:1"])


def test_not_applicable_without_a_body() -> None:
    is_not_applicable(answer(deployment(applications=(server(route("GET /")),))), "no route")


def test_not_applicable_without_a_server() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")
