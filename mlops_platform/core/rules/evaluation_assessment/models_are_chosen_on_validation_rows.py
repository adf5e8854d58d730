"""Models and settings are chosen on rows other than the test rows.

Why: the best of many scores on the same rows is too good by chance; those rows prove nothing any
more.
Fix: choose by `cross_val_score`, a search with folds or a validation part, and score the test part
once, at the end.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_deeds
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"multi_test"}),
    other_than=frozenset({"early stopping"}),
    fault="a model or setting was chosen by its score on the test rows",
    otherwise="no choice by a score was seen",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from choices that depend on scores, and from the rows of those scores."""
    asked = [place for each in facts.programs for place in each.choices]
    return answer_by_deeds(facts, CLAIM, asked)
