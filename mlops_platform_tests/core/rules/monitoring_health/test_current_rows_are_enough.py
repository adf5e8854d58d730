from mlops_platform.core.rules.monitoring_health.current_rows_are_enough import answer
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


def test_met():
    is_met(answer(watched(drift=observed(moved()))))


def test_unmet_by_a_floor_above_the_high_level():
    few = DriftMeasure(test="psi", value=0.3, noise_floor=0.4)
    drift = observed(moved(measures=(few,)))
    is_unmet(answer(watched(drift=drift)), "too few rows")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
