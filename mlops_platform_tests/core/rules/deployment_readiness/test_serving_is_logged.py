from mlops_platform.core.rules.deployment_readiness.serving_is_logged import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    route,
    seen,
    server,
)


def test_met_with_a_logging_call() -> None:
    app = server(route("POST /predict"), logging_calls=(seen("app.py", 7),))
    is_met(answer(deployment(applications=(app,))), "app.py:7")


def test_unmet_without_one() -> None:
    facts = deployment(applications=(server(route("POST /predict")),))
    is_unmet(answer(facts), "no logging call", at=["app.py"])


def test_not_applicable_without_a_server() -> None:
    is_not_applicable(answer(deployment()), "routes of its own")
