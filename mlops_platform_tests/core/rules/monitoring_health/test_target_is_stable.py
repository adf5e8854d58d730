from mlops_platform.core.rules.monitoring_health.target_is_stable import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    moved,
    observed,
    watched,
)


def test_met():
    is_met(answer(watched(drift=observed(moved("y"), target="y"))))


def test_unmet():
    drift = observed(moved("y", "high"), moved(), target="y")
    is_unmet(answer(watched(drift=drift)), "`y` drifted", at=["2024-06.csv"])


def test_not_applicable_without_a_target_on_both_sides():
    is_not_applicable(answer(watched(drift=observed(moved(), target="y"))), "no target column")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
