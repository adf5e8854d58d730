"""Functions of training change no global state.

Why: the second call gives another result than the first, and tests depend on their order.
Fix: pass the values as arguments and return the new ones.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 1
EFFORT = "hours"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(
        facts,
        __name__,
        "functions change their module's variables",
        "statement",
    )
