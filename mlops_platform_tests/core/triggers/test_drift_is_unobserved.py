from mlops_platform.core.triggers.drift_is_unobserved import pull
from mlops_platform_tests.core.rules.cases import observed
from mlops_platform_tests.core.triggers.situations import situation


def test_pulled_with_the_reason():
    trigger = pull(situation(unobserved="the data lie elsewhere"))
    assert (trigger.urgency, trigger.sign) == ("monitor", "blindness")
    assert "the data lie elsewhere" in trigger.because


def test_pulled_by_parts_of_one_data_set():
    assert "parts of one data set" in pull(situation(observed(source="split"))).because


def test_not_pulled_where_it_was_observed():
    assert pull(situation(observed())) is None
