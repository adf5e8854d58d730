"""Values that cannot be read are counted.

Why: `errors="coerce"` turns every typing error of the source into a missing value, without a
word.
Fix: count `isna()` after the conversion, or let it raise.
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
        "unreadable values vanish",
        "conversion",
        "nothing unreadable is passed over",
    )
