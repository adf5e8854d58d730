from mlops_platform.core.rules.monitoring_health.labels_keep_coming import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    moved,
    observed,
    watched,
)

LABELLED = {"target": "y", "reference_labelled": 1.0}


def test_met():
    is_met(answer(watched(drift=observed(moved(), **LABELLED, current_labelled=0.95))))


def test_unmet_by_labels_that_became_rare():
    drift = observed(moved(), **LABELLED, current_labelled=0.2)
    is_unmet(answer(watched(drift=drift)), "20%")


def test_unmet_by_a_lost_column():
    is_unmet(answer(watched(drift=observed(moved(), **LABELLED))), "has no column `y`")


def test_a_test_part_may_come_without_labels():
    drift = observed(moved(), **LABELLED, source="split")
    is_not_applicable(answer(watched(drift=drift)), "test part")


def test_not_applicable_without_a_target():
    is_not_applicable(answer(watched(drift=observed(moved()))), "no target")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
