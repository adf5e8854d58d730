"""Early stopping watches rows other than the test rows.

Why: training that ends where the test score is best makes that score too good.
Fix: split a validation part from the training part, pass that as `validation_data` or `eval_set`,
and keep the test part for the end.
"""

from mlops_platform.core.answers.by_defect import STOPPING, DefectClaim, answer_by_practice
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"multi_test"}),
    subjects=frozenset({STOPPING}),
    fault="training stops by the rows that it is then scored on",
    otherwise="no early stopping was followed to a score of other rows",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the rows that early stopping watches, and the rows of the scores after it."""
    sound = [c for each in facts.programs for c in each.sound_choices if c.note == STOPPING]
    return answer_by_practice(facts, CLAIM, sound)
