from mlops_platform.core.rules.retraining_recommendation.data_need_no_repair import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    pulled,
    recommended,
)


def test_met():
    is_met(answer(recommended(action="retrain")))


def test_unmet_by_faults_alone():
    triggers = (pulled(), pulled("data_fault", because="columns changed"))
    facts = recommended(action="fix_data", triggers=triggers)
    assert answer(facts).because == "columns changed"
    is_unmet(answer(facts))


def test_unknown_of_data_that_were_not_seen():
    blind = pulled("blindness", "monitor", name="drift_is_unobserved", because="no drift was seen")
    is_unknown(answer(recommended(action="watch", triggers=(blind,))), "no drift was seen")


def test_not_applicable_where_nothing_was_asked():
    facts = recommended(is_asked=False, because="the repository brings nothing into operation")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")
