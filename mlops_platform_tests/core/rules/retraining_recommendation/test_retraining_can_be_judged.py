from mlops_platform.core.rules.retraining_recommendation.retraining_can_be_judged import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    recommended,
)


def test_met():
    is_met(answer(recommended(evaluation_score=8.0)))


def test_unmet_by_claims_that_a_reviewer_would_block():
    facts = recommended(evaluation_score=3.0, weak_evaluation=("Test rows are new",))
    is_unmet(answer(facts), "Test rows are new")


def test_unknown_without_an_evaluation():
    is_unknown(answer(recommended()), "nothing is known")


def test_not_applicable_where_nothing_was_asked():
    facts = recommended(is_asked=False, because="the repository brings nothing into operation")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")
