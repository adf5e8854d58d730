"""Results of table operations are kept.

Why: `df.dropna()` alone on a line changes nothing: the rows that it should remove are learned
from.
Fix: assign the result: `df = df.dropna()`.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(facts, __name__, "a new table is made and thrown away", "call")
