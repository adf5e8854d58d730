from mlops_platform.core.triggers.monitoring_score_is_low import pull
from mlops_platform_tests.core.triggers.situations import situation


def test_pulled_below_five():
    assert pull(situation(monitoring_score=4.9)).urgency == "soon"


def test_not_pulled_from_five_on_or_without_a_score():
    assert pull(situation(monitoring_score=5.0)) is None
    assert pull(situation(monitoring_score=None)) is None
