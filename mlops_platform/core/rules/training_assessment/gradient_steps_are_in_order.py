"""Gradients are computed, clipped and used in this order.

Why: clipping after the step does nothing, and resetting before it trains nothing.
Fix: keep to `zero_grad()`, `backward()`, `clip_grad_norm_()`, `step()`.
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
        "calls stand in the wrong order",
        "training step",
        "no torch training step was found",
    )
