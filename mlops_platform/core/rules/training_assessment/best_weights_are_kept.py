"""Long Keras training keeps its best weights.

Why: after many epochs the last weights are seldom the best ones.
Fix: pass `callbacks=[EarlyStopping(restore_best_weights=True)]` or a
`ModelCheckpoint(save_best_only=True)`.
"""

from mlops_platform.core.answers.by_practice import answer_by_habit
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that follow it."""
    return answer_by_habit(
        facts,
        __name__,
        "the last weights are kept",
        "fit",
        "no long Keras training on validation data was found",
    )
