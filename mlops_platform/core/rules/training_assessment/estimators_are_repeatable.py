"""Estimators that draw at random have a random state.

Why: without it nobody can tell a better setting from a lucky run.
Fix: pass `random_state=0` to each of them, or call `numpy.random.seed(0)` first.
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
        "estimators draw anew at every run",
        "estimator",
        "no estimator that draws at random is made",
    )
