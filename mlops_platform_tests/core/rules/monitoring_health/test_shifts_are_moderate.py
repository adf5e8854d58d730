from mlops_platform.core.rules.monitoring_health.shifts_are_moderate import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    moved,
    observed,
    watched,
)


def test_met_by_medium_drift():
    is_met(answer(watched(drift=observed(moved(level="medium")))))


def test_partly_met():
    drift = observed(moved(), moved("income", "high"))
    is_partly_met(answer(watched(drift=drift)), 0.5, "`income` has moved far")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
