from mlops_platform.core.rules.monitoring_health.target_relation_holds import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    moved,
    observed,
    related,
    watched,
)


def test_met():
    is_met(answer(watched(drift=observed(moved(), target="y", relation=related()))))


def test_unmet():
    drift = observed(moved(), target="y", relation=related(0.3, "high"))
    is_unmet(answer(watched(drift=drift)), "loses 0.30 of R²")


def test_unknown_where_chance_alone_could_do_as_much():
    drift = observed(moved(), target="y", relation=related(noise_floor=0.5))
    is_unknown(answer(watched(drift=drift)), "too few rows")


def test_unknown_with_its_reason():
    drift = observed(moved(), target="y", relation_because="the current data have no target")
    is_unknown(answer(watched(drift=drift)), "no target")


def test_not_applicable_without_a_target():
    drift = observed(moved(), relation_because="no target is known")
    is_not_applicable(answer(watched(drift=drift)), "no target")


def test_unknown_where_the_named_target_is_not_there():
    drift = observed(moved(), relation_because="the reference has no column y")
    is_unknown(answer(watched(drift=drift)), "no column y")


def test_not_applicable_where_nothing_is_in_operation():
    facts = watched(services=(), unobserved="no table")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")


def test_unknown_where_nothing_can_be_compared():
    is_unknown(answer(watched(unobserved="no two tables")), "not observable: no two tables")
