"""Training batches are shuffled.

Why: batches in the order of the file, often sorted by class or time, pull the weights to and
fro.
Fix: pass `shuffle=True` to the `DataLoader` of the training rows.
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
        "training rows come in the order of the file",
        "loader",
        "no `DataLoader` of training rows was found",
    )
