from mlops_platform.core.rules.monitoring_health.inputs_are_validated import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    seen,
    used,
    watched,
)


def test_met_by_a_validator():
    is_met(answer(watched(monitoring=(used("pandera", "batch.py", 5),))), "batch.py:5")


def test_met_by_typed_input():
    is_met(answer(watched(typed_inputs=(seen("app.py", 8),))), "app.py:8")


def test_unmet():
    is_unmet(answer(watched()), "no data-validation library", at=["app.py:3"])


def test_not_applicable_where_nothing_runs():
    is_not_applicable(answer(watched(services=())), "ships no service")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(watched(kind="library")), "library")
