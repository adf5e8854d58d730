from mlops_platform.core.sections.monitoring_health import Source
from mlops_platform.core.triggers.labels_stopped_coming import pull
from mlops_platform_tests.core.rules.cases import observed
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(target="y", reference_labelled=1.0, current_labelled=0.3)


def test_pulled_where_labels_became_rare():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("soon", "labels")
    assert "30% of the current rows" in trigger.because


def test_not_pulled_by_a_few_less_or_by_labels_that_are_yet_to_come():
    few = {"target": "y", "reference_labelled": 1.0}
    assert pull(situation(observed(**few, current_labelled=0.85))) is None
    assert pull(situation(observed(**few, current_labelled=None))) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
