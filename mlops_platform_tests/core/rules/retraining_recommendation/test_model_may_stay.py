from mlops_platform.core.rules.retraining_recommendation.model_may_stay import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    pulled,
    recommended,
)


def test_met_by_any_other_recommendation():
    for action in ("do_nothing", "watch", "fix_data", "collect_labels"):
        is_met(answer(recommended(action=action)))


def test_unmet_by_its_triggers():
    facts = recommended(action="retrain", triggers=(pulled("relation"),))
    is_unmet(answer(facts), "the PSI of `age` is high", at=["2024-06.csv"])


def test_not_applicable_where_nothing_was_asked():
    facts = recommended(is_asked=False, because="the repository brings nothing into operation")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")
