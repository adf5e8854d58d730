"""Held-out rows are transformed by what training rows taught.

Why: scaled by their own statistics, test rows are not what the model was trained on, and not what
a single new row would look like.
Fix: call `transform` on the test part, never `fit_transform`.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice, followed
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 3
EFFORT = "minutes"

CLAIM = DefectClaim(
    kinds=frozenset({"refitted_on_test"}),
    fault="what changes the features was fitted again to the held-out rows",
    otherwise="no preprocessing was followed to a score",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from transformers that are fitted anew to held-out rows."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION)
    return answer_by_practice(facts, CLAIM, followed(facts, cite_tools(asked)))
