"""Torch models are measured without gradients.

Why: gradients that nobody uses take most of the memory and half of the time.
Fix: put the loop under `with torch.inference_mode():`.
"""

from mlops_platform.core.answers.by_practice import answer_by_share
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that are sound."""
    return answer_by_share(
        facts,
        __name__,
        "gradients are kept while a model is measured",
        "loop",
        "no torch loop measures a model in evaluation mode",
    )
