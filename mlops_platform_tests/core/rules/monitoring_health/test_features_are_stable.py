from mlops_platform.core.rules.monitoring_health.features_are_stable import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    moved,
    observed,
    watched,
)


def test_met():
    is_met(answer(watched(drift=observed(moved(), moved("height")))), "2024-06.csv")


def test_partly_met_by_one_of_four():
    columns = [moved(name) for name in ("a", "b", "c")]
    drift = observed(*columns, moved("income", "medium"))
    is_partly_met(answer(watched(drift=drift)), 0.75, "`income` has drifted", "1 of 4 columns")


def test_unmet_by_all():
    is_unmet(answer(watched(drift=observed(moved(level="high")))), "`2024-06.csv`")


def test_what_is_not_counted_is_not_judged():
    drift = observed(moved(), moved("day", "high", is_counted=False))
    is_met(answer(watched(drift=drift)))


def test_a_repository_that_serves_nothing_is_told_of_its_own_tables():
    is_unmet(answer(watched(services=(), drift=observed(moved(level="high")))), "drifted")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
