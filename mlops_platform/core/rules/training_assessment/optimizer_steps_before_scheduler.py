"""The optimizer steps before the learning-rate scheduler.

Why: in the other order the first learning rate is never used.
Fix: call `scheduler.step()` after `optimizer.step()`, at the end of the epoch or batch.
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
        "a scheduler steps first",
        "scheduler",
        "no learning-rate scheduler is stepped in a loop",
    )
