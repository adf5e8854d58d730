"""The model is set back to training mode after it was measured.

Why: after `eval()` inside the training loop, dropout and batch statistics stay off for the rest
of training.
Fix: call `model.train()` at the start of each epoch.
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
        "a model goes on learning in evaluation mode",
        "call",
        "no model is measured inside its training loop",
    )
