"""The model is in evaluation mode while it is measured.

Why: with dropout and batch statistics on, a score depends on chance and on the other rows of
its batch.
Fix: call `model.eval()` before the loop that measures, and `model.train()` before training goes
on.
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
        "a model is measured in training mode",
        "place",
        "no torch loop that measures a model with dropout or batch norm was found",
    )
