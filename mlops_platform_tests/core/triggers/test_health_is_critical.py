from mlops_platform.core.sections.monitoring_health import SeasonMatch, Source
from mlops_platform.core.triggers.health_is_critical import pull
from mlops_platform_tests.core.rules.cases import observed
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(health="critical", because="columns are gone")


def test_pulled_at_once():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("immediate", "drift")
    assert "columns are gone" in trigger.because


def test_not_pulled_by_better_health():
    assert pull(situation(observed(health="at_risk"))) is None
    assert pull(situation(observed(health="healthy"))) is None


def test_not_pulled_where_the_season_explains_it():
    season = SeasonMatch(column="day", reference_rows=90, is_explained=True)
    assert pull(situation(DRIFT.model_copy(update={"season": season}))) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
