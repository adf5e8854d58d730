from mlops_platform.core.rules.monitoring_health.drift_is_checked import answer
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    observed,
    watched,
)


def test_met_by_a_check_of_its_own():
    is_met(answer(watched(drift_checks=(does("detect_drift", "monitor.py", 3),))), "monitor.py:3")


def test_met_by_the_catalog():
    is_met(answer(watched(is_declared=True, drift=observed(source="catalog"))))


def test_unmet_by_a_declaration_that_could_not_be_followed():
    is_unmet(answer(watched(is_declared=True)), "no drift tool")


def test_asked_of_scheduled_work_too():
    is_unmet(answer(watched(services=(), schedules=(does("cron"),))), "no drift tool")


def test_not_applicable_where_nothing_runs():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")
