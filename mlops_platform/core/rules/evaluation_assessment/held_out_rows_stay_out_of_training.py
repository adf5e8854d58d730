"""No model is fitted to rows that it is tested on.

Why: a score of rows that the model has seen says how well it remembers, not how well it predicts.
Fix: fit on the training part alone; fit to all rows only after the last score was taken, and
report that score.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_deeds
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"overlap"}),
    other_than=frozenset({"duplication"}),
    fault="the model was fitted to test rows before it was scored on them",
    otherwise="no score of held-out rows was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the rows of each fit and of the scores after it."""
    asked = [place for each in facts.programs for place in each.held_out_scores]
    return answer_by_deeds(facts, CLAIM, asked)
