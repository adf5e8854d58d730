"""Long training can be resumed.

Why: without the optimizer's state, a run that was stopped starts again from nothing or goes on
as another one.
Fix: save `{"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}`
and load all three.
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
        "weights are saved without the optimizer",
        "file",
        "no long torch training that saves its weights was found",
    )
