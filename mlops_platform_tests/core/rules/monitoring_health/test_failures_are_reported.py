from mlops_platform.core.rules.monitoring_health.failures_are_reported import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    seen,
    used,
    watched,
)


def test_met_by_an_error_tracker():
    is_met(answer(watched(monitoring=(used("sentry", "app.py", 5),))), "app.py:5")


def test_met_by_logged_errors():
    is_met(answer(watched(error_reports=(seen("app.py", 8),))), "app.py:8")


def test_unmet():
    is_unmet(answer(watched()), "no error tracker", at=["app.py:3"])


def test_not_applicable_where_nothing_serves():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")
