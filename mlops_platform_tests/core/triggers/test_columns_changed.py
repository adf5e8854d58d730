from mlops_platform.core.sections.monitoring_health import Source
from mlops_platform.core.triggers.columns_changed import pull
from mlops_platform_tests.core.rules.cases import moved, observed
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(moved(), only_in_reference=("income",))


def test_pulled_by_a_lost_column():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("immediate", "data_fault")
    assert "`income` missing" in trigger.because


def test_pulled_by_another_type():
    trigger = pull(situation(observed(moved(level="high", measures=()))))
    assert "`age` of another type" in trigger.because


def test_not_pulled_by_drift_or_by_a_new_column():
    assert pull(situation(observed(moved(level="high"), only_in_current=("new",)))) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
