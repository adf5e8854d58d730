"""Hyperparameters are settings, not numbers inside calls.

Why: what is edited in the code for each experiment is not recorded with its result.
Fix: read them from arguments or a settings file, and log them with the run.
"""

from mlops_platform.core.answers.by_practice import answer_by_habit
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 1
EFFORT = "hours"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that follow it."""
    return answer_by_habit(
        facts,
        __name__,
        "numbers stand inside calls",
        "hyperparameter",
        "no hyperparameter is given to a call by name",
    )
