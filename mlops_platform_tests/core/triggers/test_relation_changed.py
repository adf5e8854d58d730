from mlops_platform.core.sections.monitoring_health import Source
from mlops_platform.core.triggers.relation_changed import pull
from mlops_platform_tests.core.rules.cases import observed, related
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(target="y", relation=related(0.3, "high"))


def test_pulled_at_once_by_a_high_change_and_soon_by_a_medium_one():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("immediate", "relation")
    assert "0.30 of R²" in trigger.because
    medium = observed(target="y", relation=related(0.07, "medium"))
    assert pull(situation(medium)).urgency == "soon"


def test_not_pulled_where_the_relation_stands_or_is_unknown():
    assert pull(situation(observed(relation=related()))) is None
    assert pull(situation(observed())) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
