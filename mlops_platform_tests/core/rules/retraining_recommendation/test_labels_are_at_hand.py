from mlops_platform.core.rules.retraining_recommendation.labels_are_at_hand import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    pulled,
    recommended,
)


def test_met():
    is_met(answer(recommended()))


def test_unmet():
    facts = recommended(action="collect_labels", triggers=(pulled("labels"),))
    is_unmet(answer(facts), "the PSI of `age` is high")


def test_unknown_of_data_that_were_not_seen():
    blind = pulled("blindness", "monitor", name="drift_is_unobserved", because="no drift was seen")
    is_unknown(answer(recommended(action="watch", triggers=(blind,))), "no drift was seen")


def test_not_applicable_where_nothing_was_asked():
    facts = recommended(is_asked=False, because="the repository brings nothing into operation")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")
