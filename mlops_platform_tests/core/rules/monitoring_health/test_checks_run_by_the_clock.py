from mlops_platform.core.rules.monitoring_health.checks_run_by_the_clock import answer
from mlops_platform_tests.core.rules.cases import does, is_met, is_not_applicable, is_unmet, watched


def test_met():
    is_met(answer(watched(schedules=(does("Airflow schedule", "dag.py", 3),))), "dag.py:3")


def test_unmet():
    is_unmet(answer(watched()), "no schedule", at=["app.py:3"])


def test_not_applicable_where_nothing_runs():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")
