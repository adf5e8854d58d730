"""The recommendation rests on enough.

Why: advice from few rows and unanswered questions is a guess, and should look like one.
Fix: name reference, current data and target in the catalog, label current rows, and compare longer
windows.
"""

from mlops_platform.core.answers.by_recommendation import unasked
from mlops_platform.core.evidence import Answer, met, partly_met
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendationFacts

WEIGHT = 1
EFFORT = "hours"

ENOUGH = 0.6
"""What drift and an evaluation, or drift and the relation, give with many rows."""


def answer(facts: RetrainingRecommendationFacts) -> Answer:
    """Answer from the confidence."""
    if skipped := unasked(facts):
        return skipped
    words = f"its confidence is {facts.confidence:.2f} of 1; {facts.confidence_because}"
    if facts.confidence >= ENOUGH:
        return met(because=words)
    return partly_met(facts.confidence / ENOUGH, words)
