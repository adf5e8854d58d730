from mlops_platform.core.rules.monitoring_health.columns_are_the_same import answer
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
    is_met(answer(watched(drift=observed(moved()))), "2024-05.csv", "2024-06.csv")


def test_unmet_by_a_lost_column():
    drift = observed(moved(), only_in_reference=("income",))
    is_unmet(answer(watched(drift=drift)), "`income` is missing")


def test_unmet_by_another_type():
    drift = observed(moved(level="high", measures=()))
    is_unmet(answer(watched(drift=drift)), "`age` has another type")


def test_parts_of_one_data_set_are_not_asked():
    drift = observed(moved(), source="split", only_in_reference=("income",))
    is_not_applicable(answer(watched(drift=drift)), "dataset health")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
