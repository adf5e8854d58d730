from mlops_platform.core.rules.retraining_recommendation.recommendation_rests_on_enough import (
    answer,
)
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    recommended,
)


def test_met():
    is_met(answer(recommended(confidence=0.7)))


def test_partly_met():
    facts = recommended(confidence=0.3, confidence_because="not known: drift")
    is_partly_met(answer(facts), 0.5, "0.30", "not known: drift")


def test_not_applicable_where_nothing_was_asked():
    facts = recommended(is_asked=False, because="the repository brings nothing into operation")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")
