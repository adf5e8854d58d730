"""Losses are summed up as numbers, not as tensors.

Why: a sum of tensors keeps the graph of every batch, until the memory is full.
Fix: add `loss.item()` (or `loss.detach()`) to the sum.
"""

from mlops_platform.core.answers.by_practice import answer_by_share
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that are sound."""
    return answer_by_share(
        facts,
        __name__,
        "a loss is added up with its graph",
        "sum",
        "no loss of a torch loop is summed up",
    )
