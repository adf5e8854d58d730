from mlops_platform.core.sections.monitoring_health import SeasonMatch, Source
from mlops_platform.core.triggers.target_drifted import pull
from mlops_platform_tests.core.rules.cases import moved, observed
from mlops_platform_tests.core.triggers.situations import measure, situation

DRIFT = observed(moved("y", "high"), target="y", current_labelled=1.0)


def test_pulled_by_label_shift():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("soon", "drift")
    assert "`y` drifted" in trigger.because


def test_not_pulled_by_labels_that_are_missing():
    gap = moved("y", "high", measures=(measure("missingness"),))
    assert pull(situation(observed(gap, target="y", current_labelled=0.2))) is None


def test_not_pulled_by_a_feature():
    assert pull(situation(observed(moved(level="high"), target="y"))) is None


def test_not_pulled_where_the_season_explains_it():
    season = SeasonMatch(column="day", reference_rows=90, is_explained=True)
    assert pull(situation(DRIFT.model_copy(update={"season": season}))) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
