"""Samples of a table are the same at every run.

Why: a model that learned from other rows is another model.
Fix: pass `random_state=0` to `sample`.
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
        "other rows are drawn at every run",
        "sample",
        "no rows are sampled and kept",
    )
