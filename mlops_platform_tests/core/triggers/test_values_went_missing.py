from mlops_platform.core.sections.monitoring_health import Source
from mlops_platform.core.triggers.values_went_missing import pull
from mlops_platform_tests.core.rules.cases import moved, observed
from mlops_platform_tests.core.triggers.situations import measure, situation

GAP = (measure("missingness"),)
DRIFT = observed(moved(level="high", measures=GAP, current_missing=400))


def test_pulled_by_a_gap():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("soon", "data_fault")
    assert "`age`" in trigger.because


def test_not_pulled_by_a_small_gap_or_by_one_that_closed():
    small = (measure("missingness", "medium"),)
    assert pull(situation(observed(moved(measures=small, current_missing=90)))) is None
    closed = observed(moved(level="high", measures=GAP, reference_missing=400))
    assert pull(situation(closed)) is None


def test_not_pulled_by_labels():
    labels = observed(moved("y", "high", measures=GAP, current_missing=400), target="y")
    assert pull(situation(labels)) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
