"""Learning-rate schedulers are used.

Why: a scheduler that is never stepped changes nothing, while the code says otherwise.
Fix: call `scheduler.step()` once an epoch or batch, or delete the scheduler.
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
        "a scheduler is made and never used",
        "scheduler",
        "no learning-rate scheduler is made",
    )
