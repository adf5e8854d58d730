from mlops_platform.core.sections.monitoring_health import SeasonMatch, Source
from mlops_platform.core.triggers.psi_is_high import pull
from mlops_platform_tests.core.rules.cases import moved, observed
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(moved("age", "high"), moved("height"), moved("y", "high"), target="y")


def test_pulled_by_features_and_not_by_the_target():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("immediate", "drift")
    assert [place.column for place in trigger.evidence] == ["age"]
    assert "`age`" in trigger.because


def test_not_pulled_by_medium_drift_or_by_what_is_not_counted():
    assert pull(situation(observed(moved(level="medium")))) is None
    assert pull(situation(observed(moved(level="high", is_counted=False)))) is None


def test_not_pulled_where_the_season_explains_it():
    season = SeasonMatch(column="day", reference_rows=90, is_explained=True)
    assert pull(situation(DRIFT.model_copy(update={"season": season}))) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
