"""Target encodings are learned from training rows only.

Why: an encoding of a column by the mean of the target carries the held-out targets into the
features.
Fix: fit the encoder on the training part, or put it into the pipeline that is cross-validated.
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

PURPOSES = frozenset({"target_encoding"})
CLAIM = DefectClaim(
    kinds=frozenset({"target_encoding"}),
    fault="a target encoding was fitted to rows that the model is later scored on",
    otherwise="no target encoding was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the flow of rows into the encoder and into the score."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION, purposes=PURPOSES)
    return answer_by_defects(facts, CLAIM, cite_tools(asked))
