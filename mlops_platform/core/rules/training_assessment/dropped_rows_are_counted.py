"""Dropped rows are counted.

Why: when a source breaks, `dropna` throws away half of the data and nobody notices.
Fix: log `len(df)` before and after, and stop when too many rows go.
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
        "rows are dropped uncounted",
        "place",
        "no table loses rows with missing values",
    )
