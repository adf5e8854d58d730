from mlops_platform.core.triggers.metric_declined import decline, pull
from mlops_platform_tests.core.triggers.situations import history, situation


def test_pulled_soon_by_five_percent_and_at_once_by_ten():
    assert pull(situation(metrics=(history(0.8, 0.76),))).urgency == "soon"
    assert pull(situation(metrics=(history(0.8, 0.72),))).urgency == "immediate"


def test_the_largest_decline_counts():
    metrics = (history(0.8, 0.76), history(0.5, 0.9, is_higher_better=False))
    assert pull(situation(metrics=metrics)).urgency == "immediate"


def test_not_pulled_by_less_by_progress_or_by_a_single_run():
    for values in ((0.8, 0.77), (0.8, 0.9), (0.8,), (), (0.0, -1.0), (0.8, float("nan"))):
        assert pull(situation(metrics=(history(*values),))) is None


def test_the_runs_before_are_their_median():
    assert decline(history(0.1, 0.8, 0.8, 0.8, 0.2, 0.8, 0.4)) == 0.5
    assert decline(history(10.0, 11.0, is_higher_better=False)) == 0.1
