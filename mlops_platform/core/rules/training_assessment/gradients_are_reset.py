"""Gradients are reset before each step.

Why: torch adds new gradients to old ones, so each step would follow all batches before it.
Fix: call `optimizer.zero_grad()` at the start of each step.
"""

from mlops_platform.core.answers.by_practice import answer_by_share
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that are sound."""
    return answer_by_share(
        facts,
        __name__,
        "gradients are never reset",
        "training loop",
        "no torch training loop was found",
    )
