"""Test rows are never resampled.

Why: a test part that was balanced by force has another share of positives than the world, so
precision and accuracy are of a world that does not exist.
Fix: resample the training part only, and score the test part as it came.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice, followed
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 3
EFFORT = "minutes"

PURPOSES = frozenset({"resampling"})
CLAIM = DefectClaim(
    kinds=frozenset({"resampled_test_rows"}),
    fault="held-out rows were resampled before they were scored",
    otherwise="no resampling was followed to a score",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the flow of rows into a resampler and into the score."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION, purposes=PURPOSES)
    return answer_by_practice(facts, CLAIM, followed(facts, cite_tools(asked)))
