"""Paths exist on more than one machine.

Why: a path of its author's home stops everybody else at the first line.
Fix: take the path from an argument or a setting, relative to the repository by default.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(facts, __name__, "paths of one machine stand in the code", "path")
