"""The model may stay as it is.

Why: training again without a reason costs, and may make the model worse; with one, waiting costs
more.
Fix: train again as the plan says, and promote the new model only by its criteria.
"""

from mlops_platform.core.answers.by_recommendation import unasked, unmet_by
from mlops_platform.core.evidence import Answer, met
from mlops_platform.core.sections.retraining_recommendation import (
    Action,
    RetrainingRecommendationFacts,
    Sign,
)

WEIGHT = 3
EFFORT = "days"


def answer(facts: RetrainingRecommendationFacts) -> Answer:
    """Answer from the recommended action."""
    if skipped := unasked(facts):
        return skipped
    if facts.action is Action.RETRAIN:
        return unmet_by(facts, Sign.RELATION, Sign.DECLINE, Sign.DRIFT)
    return met(because=facts.because)
