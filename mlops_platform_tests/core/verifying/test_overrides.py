import pytest

from mlops_platform.core.language_model import Interpretation, Statement
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendationFacts
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform.core.verifying.overrides import settle

SUMMARY = (Statement(text="Said.", findings=("retraining_recommendation.model_may_stay",)),)


def settled(said: Urgency, mandated: Urgency, strategy: Strategy = Strategy.NONE) -> Interpretation:
    words = Interpretation(summary=SUMMARY, urgency=said, strategy=strategy)
    return settle(words, RetrainingRecommendationFacts(is_ml_project=True, urgency=mandated))


@pytest.mark.parametrize("said", Urgency)
@pytest.mark.parametrize("mandated", Urgency)
def test_urgency_is_never_below_the_mandate(said, mandated):
    words = settled(said, mandated)
    is_lower = list(Urgency).index(said) > list(Urgency).index(mandated)
    assert words.urgency is (mandated if is_lower else said)
    assert [(each.decision, each.said, each.stands) for each in words.overrides] == (
        [("urgency", said.value, mandated.value)] if is_lower else []
    )
    assert words.summary == SUMMARY


def test_another_strategy_is_recorded_and_the_measured_one_stands():
    words = settled(Urgency.SOON, Urgency.SOON, Strategy.FULL_RETRAIN)
    assert words.strategy is Strategy.NONE
    (override,) = words.overrides
    assert (override.decision, override.said, override.stands) == (
        "strategy",
        "full_retrain",
        "none",
    )
