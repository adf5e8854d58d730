"""Nothing is due at once.

Why: an urgency is mandated by fixed thresholds, so that nobody argues while the model fails.
Fix: take the first step of the plan today where it is immediate, this week where it is soon.
"""

from mlops_platform.core.answers.by_recommendation import unasked
from mlops_platform.core.evidence import Answer, met, partly_met, unmet
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendationFacts
from mlops_platform.core.urgency import Urgency

WEIGHT = 2
EFFORT = "days"


def answer(facts: RetrainingRecommendationFacts) -> Answer:
    """Answer from the urgency and the triggers that mandate it."""
    if skipped := unasked(facts):
        return skipped
    mandating = [t for t in facts.triggers if t.urgency is facts.urgency]
    because = "; ".join(t.because for t in mandating)
    places = [evidence for t in mandating for evidence in t.evidence]
    if facts.urgency is Urgency.IMMEDIATE:
        return unmet(because or "it is immediate", places)
    if facts.urgency is Urgency.SOON:
        return partly_met(0.5, because or "it is due soon", places)
    return met(because=because)
