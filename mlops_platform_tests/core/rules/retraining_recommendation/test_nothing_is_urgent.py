from mlops_platform.core.rules.retraining_recommendation.nothing_is_urgent import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    pulled,
    recommended,
)


def test_met_by_what_is_to_be_watched():
    is_met(answer(recommended(urgency="monitor")))


def test_partly_met_by_what_is_due_soon():
    facts = recommended(urgency="soon", triggers=(pulled(),))
    is_partly_met(answer(facts), 0.5, "the PSI of `age` is high")


def test_unmet_by_what_is_immediate_and_says_what_mandates_it():
    triggers = (pulled("data_fault", "immediate", because="columns changed"), pulled())
    facts = recommended(urgency="immediate", triggers=triggers)
    assert answer(facts).because == "columns changed"
    is_unmet(answer(facts))


def test_not_applicable_where_nothing_was_asked():
    facts = recommended(is_asked=False, because="the repository brings nothing into operation")
    is_not_applicable(answer(facts), "the repository brings nothing into operation")
