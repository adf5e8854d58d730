from mlops_platform.core.rules.deployment_readiness.serving_is_monitored import answer
from mlops_platform_tests.core.rules.cases import (
    declared,
    deployment,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    route,
    server,
    used,
)

APP = {"applications": (server(),)}


def test_met_with_a_tool_in_use() -> None:
    is_met(answer(deployment(monitoring=(used("prometheus", "app.py", 3),), **APP)), "app.py:3")


def test_unmet_when_it_is_only_declared() -> None:
    is_unmet(
        answer(deployment(monitoring=(declared("evidently"),), **APP)), "evidently is declared"
    )


def test_unmet_with_a_check_of_data_alone() -> None:
    is_unmet(answer(deployment(monitoring=(used("pandera"),), **APP)), "no metrics")


def test_unmet_without_one() -> None:
    is_unmet(answer(deployment(**APP)), "no metrics")


def test_partly_met_by_a_route_that_tells_drift() -> None:
    found = answer(deployment(applications=(server(route("GET /drift/{version}")),)))
    is_partly_met(found, 0.5, "drift is told by `/drift/{version}`")


def test_not_applicable_when_nothing_serves() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")


def test_not_applicable_to_pages_for_people() -> None:
    page, api = server(framework="streamlit"), server()
    is_not_applicable(answer(deployment(applications=(page,))), "only pages")
    is_unmet(answer(deployment(applications=(page, api))))
