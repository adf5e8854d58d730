"""Warnings stay visible.

Why: warnings of convergence, of copies and of features to be removed are the first to tell that
a result is wrong.
Fix: filter by `category=` and `module=`, or fix what is warned of.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(facts, __name__, "every warning is switched off", "call")
