from mlops_platform.core.rules.monitoring_health.missing_values_are_stable import answer
from mlops_platform.core.sections.monitoring_health import DriftMeasure
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    moved,
    observed,
    watched,
)

GAP = DriftMeasure(test="missingness", value=0.3, noise_floor=0.03, level="high")


def test_met_by_another_drift():
    is_met(answer(watched(drift=observed(moved(level="high")))))


def test_unmet():
    drift = observed(moved(level="high", measures=(GAP,)))
    is_unmet(answer(watched(drift=drift)), "another share of missing values")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
