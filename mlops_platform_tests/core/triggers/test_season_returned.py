from mlops_platform.core.sections.monitoring_health import SeasonMatch, Source
from mlops_platform.core.triggers.season_returned import pull
from mlops_platform_tests.core.rules.cases import observed
from mlops_platform_tests.core.triggers.situations import situation

DRIFT = observed(season=SeasonMatch(column="day", reference_rows=90, is_explained=True))


def test_pulled_to_be_watched():
    trigger = pull(situation(DRIFT))
    assert (trigger.urgency, trigger.sign) == ("monitor", "season")
    assert "`day`" in trigger.because


def test_not_pulled_by_what_is_new():
    new = SeasonMatch(column="day", reference_rows=90, is_explained=False)
    assert pull(situation(observed(season=new))) is None


def test_parts_of_one_data_set_are_not_of_two_times():
    assert pull(situation(DRIFT.model_copy(update={"source": Source.SPLIT}))) is None


def test_not_pulled_where_nothing_was_observed():
    assert pull(situation()) is None
