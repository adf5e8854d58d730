import pytest

from mlops_platform.core.rules.deployment_readiness.serving_reports_health import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    route,
    server,
)


@pytest.mark.parametrize("named", ["GET /health", "GET /healthz", "GET /api/ready", "GET /ping"])
def test_met_with_a_route_named_so(named: str) -> None:
    app = server(route("POST /predict"), route(named))
    is_met(answer(deployment(applications=(app,))), "app.py:1")


def test_unmet_without_one() -> None:
    facts = deployment(applications=(server(route("POST /predict")),))
    is_unmet(answer(facts), "`app.py`", at=["app.py"])


def test_not_applicable_to_pages_without_routes() -> None:
    facts = deployment(applications=(server(framework="streamlit"),))
    is_not_applicable(answer(facts), "routes of its own")


def test_unknown_when_the_root_may_be_the_health_check() -> None:
    facts = deployment(applications=(server(route("GET /"), route("POST /predict")),))
    is_unknown(answer(facts), "`GET /`")
