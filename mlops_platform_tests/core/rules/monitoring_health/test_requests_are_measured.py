from mlops_platform.core.rules.monitoring_health.requests_are_measured import answer
from mlops_platform_tests.core.rules.cases import (
    declared,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    used,
    watched,
)


def test_met_by_a_meter_in_use():
    is_met(answer(watched(monitoring=(used("prometheus", "app.py", 5),))), "app.py:5")


def test_unmet_by_a_meter_that_is_declared_only():
    is_unmet(answer(watched(monitoring=(declared("prometheus"),))), "no library of metrics")


def test_unmet_by_what_checks_data():
    is_unmet(answer(watched(monitoring=(used("pandera"),))), "no library of metrics")


def test_unknown_on_a_managed_platform():
    is_unknown(answer(watched(serving=(used("kserve"),))), "count requests")


def test_not_applicable_where_nothing_serves():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")
