"""Keras training is watched on data that it does not learn from.

Why: the training loss goes on falling when the model begins to learn noise.
Fix: pass `validation_data=` (or `validation_split=0.1`) to `fit`.
"""

from mlops_platform.core.answers.by_practice import answer_by_habit
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that follow it."""
    return answer_by_habit(
        facts,
        __name__,
        "`fit` sees its training rows only",
        "fit",
        "no Keras model is fitted",
    )
