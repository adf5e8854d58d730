"""Scaling, imputation and reduction learn from training rows only.

Why: what is learned from held-out rows makes their score too good, by little on many rows, by more
on few.
Fix: split first, then `fit` on the training part and `transform` both; or put the steps and the
model into `make_pipeline(...)` and split, cross-validate and fit that.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_defects
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 2
EFFORT = "minutes"
CAPS_SECTION = 7.0
CAPS_TOTAL = 8.0
"""It moves a score by little, so that it holds less than a leak of rows or of the target does."""

PURPOSES = frozenset({"scaling", "imputation", "reduction"})
CLAIM = DefectClaim(
    kinds=frozenset({"preprocessing"}),
    subjects=PURPOSES,
    fault="what changes the features was fitted to rows that the model is later scored on",
    otherwise="no scaling, imputation or reduction was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the flow of rows into `fit` and into the score."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION, purposes=PURPOSES)
    return answer_by_defects(facts, CLAIM, cite_tools(asked))
