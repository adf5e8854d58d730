"""The current data need no repair.

Why: a model that is trained on a fault learns it, and looks right until the fault is mended.
Fix: restore the named columns or feeds, compare again, and only then think of training.
"""

from mlops_platform.core.answers.by_recommendation import unasked, unmet_by
from mlops_platform.core.evidence import Answer, met, unknown
from mlops_platform.core.sections.retraining_recommendation import (
    Action,
    RetrainingRecommendationFacts,
    Sign,
)

WEIGHT = 3
EFFORT = "hours"


def answer(facts: RetrainingRecommendationFacts) -> Answer:
    """Answer from the recommended action; unseen data may need it."""
    if skipped := unasked(facts):
        return skipped
    if facts.action is Action.FIX_DATA:
        return unmet_by(facts, Sign.DATA_FAULT)
    blind = next((t for t in facts.triggers if t.name == "drift_is_unobserved"), None)
    return unknown(blind.because) if blind else met(because="no column changed, no feed stopped")
