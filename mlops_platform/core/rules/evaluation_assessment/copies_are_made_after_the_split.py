"""Rows are copied or augmented after the split only.

Why: a copy of a held-out row in the training part gives its answer away.
Fix: split first, and augment or duplicate the training part only.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"overlap"}),
    subjects=frozenset({"duplication"}),
    fault="rows were copied before the split",
    otherwise="no score of held-out rows was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from rows that were copied before they were split."""
    asked = [place for each in facts.programs for place in each.held_out_scores]
    return answer_by_practice(facts, CLAIM, asked)
