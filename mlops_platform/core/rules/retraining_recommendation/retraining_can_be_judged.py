"""A new model could be judged.

Why: training again with an evaluation that proves nothing replaces one unknown by another.
Fix: mend the claims of the evaluation that are named, before any new model is compared with the
old one.
"""

from mlops_platform.core.answers.by_recommendation import unasked
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, met, unknown, unmet
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendationFacts

WEIGHT = 2
EFFORT = "days"


def answer(facts: RetrainingRecommendationFacts) -> Answer:
    """Answer from the claims of the evaluation that a reviewer would block."""
    if skipped := unasked(facts):
        return skipped
    if facts.weak_evaluation:
        return unmet(f"these do not hold: {listed(facts.weak_evaluation)}")
    if facts.evaluation_score is None:
        return unknown("nothing is known of the evaluation")
    return met(because=f"the evaluation scores {facts.evaluation_score:.1f} of 10")
