"""The target is not among the features.

Why: a model that is given the answer learns to copy it, and has nothing to copy in production.
Fix: drop the column before fitting: `X = data.drop(columns=[target])`, and let features that are
made of it end one row earlier: `data[target].shift(1).rolling(3).mean()`.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"target_among_features"}),
    fault="the column to predict was left among the features",
    otherwise="no program was seen to fit a model to a table",
    other_than=frozenset({"own row"}),
)
OWN_ROW = CLAIM._replace(
    fault="a feature is made of the column to predict, with the row's own value in it",
    subjects=frozenset({"own row"}),
    other_than=frozenset(),
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the columns that each model was fitted to."""
    asked = [place for each in facts.programs for place in each.fits]
    is_whole = any(each.kind in CLAIM.kinds and each.subject == "target" for each in facts.defects)
    return answer_by_practice(facts, CLAIM if is_whole else OWN_ROW, asked)
