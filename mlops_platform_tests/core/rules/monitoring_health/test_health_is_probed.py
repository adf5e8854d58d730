from mlops_platform.core.rules.monitoring_health.health_is_probed import answer
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    seen,
    used,
    watched,
)


def test_met():
    is_met(answer(watched(probes=(does("HEALTHCHECK", "Dockerfile", 7),))), "Dockerfile:7")


def test_unmet():
    is_unmet(answer(watched()), "neither a probe nor a route", at=["app.py:3"])


def test_unknown_with_a_route_that_something_may_ask():
    is_unknown(answer(watched(health_routes=(seen("app.py", 9),))), "who asks it")


def test_not_applicable_where_nothing_serves():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")


def test_unknown_where_the_server_brings_a_route_for_it():
    is_unknown(answer(watched(serving=(used("bentoml", "service.py", 1),))), "bentoml answers")
