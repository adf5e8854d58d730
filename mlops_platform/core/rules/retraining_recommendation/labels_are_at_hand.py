"""Labels of the current data are at hand.

Why: only with them can be told whether a moved input still means the same, and a new model be
trained.
Fix: label the random sample that the plan names, and mend the job that brings outcomes back.
"""

from mlops_platform.core.answers.by_recommendation import unasked, unmet_by
from mlops_platform.core.evidence import Answer, met, unknown
from mlops_platform.core.sections.retraining_recommendation import (
    Action,
    RetrainingRecommendationFacts,
    Sign,
)

WEIGHT = 2
EFFORT = "days"


def answer(facts: RetrainingRecommendationFacts) -> Answer:
    """Answer from the recommended action; unseen data tell nothing of labels."""
    if skipped := unasked(facts):
        return skipped
    if facts.action is Action.COLLECT_LABELS:
        return unmet_by(facts, Sign.LABELS, Sign.DRIFT)
    blind = next((t for t in facts.triggers if t.name == "drift_is_unobserved"), None)
    return unknown(blind.because) if blind else met(because="nothing waits for labels")
