"""Features are selected by training rows only.

Why: a feature that was kept because it fits the held-out targets too makes their score far too
good, even on noise.
Fix: move the selector into the pipeline, `make_pipeline(SelectKBest(...), model)`, and split or
cross-validate that.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_defects
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 3
EFFORT = "minutes"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

PURPOSES = frozenset({"feature_selection"})
CLAIM = DefectClaim(
    kinds=frozenset({"feature_selection"}),
    fault="features were selected by rows that the model is later scored on",
    otherwise="no feature selection was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the flow of rows into the selector and into the score."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION, purposes=PURPOSES)
    return answer_by_defects(facts, CLAIM, cite_tools(asked))
