from mlops_platform.core.rules.monitoring_health.outcomes_come_back import answer
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    moved,
    observed,
    watched,
)


def test_met_by_a_route_that_takes_them():
    is_met(answer(watched(feedback=(does("POST /feedback", "app.py", 30),))), "app.py:30")


def test_met_by_labels_in_the_current_data_of_the_catalog():
    drift = observed(moved(), source="catalog", target="y", current_labelled=0.9)
    is_met(answer(watched(drift=drift)))


def test_unknown_since_they_may_come_back_elsewhere():
    is_unknown(answer(watched()), "elsewhere")


def test_not_applicable_where_nothing_serves():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")
