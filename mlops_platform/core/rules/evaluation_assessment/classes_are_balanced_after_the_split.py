"""Rows are resampled in the training part only.

Why: rows made of held-out rows, or copies of them, land in the training part, and the score
measures memory.
Fix: split first and resample `X_train, y_train` only; inside cross-validation use
`imblearn.pipeline`, which resamples each training fold.
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

PURPOSES = frozenset({"resampling"})
CLAIM = DefectClaim(
    kinds=frozenset({"resampling"}),
    fault="rows were resampled before the split",
    otherwise="no resampling was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the flow of rows into the resampler, the split and the score."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION, purposes=PURPOSES)
    return answer_by_defects(facts, CLAIM, cite_tools(asked))
