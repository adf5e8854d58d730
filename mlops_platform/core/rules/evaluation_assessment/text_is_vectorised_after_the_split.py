"""Text vectorisers learn their words from training rows only.

Why: words and frequencies of held-out texts would be known before they are scored, which new texts
never are.
Fix: split the texts first, then `fit` the vectoriser on the training part and `transform` both; or
put it into `make_pipeline(vectorizer, model)`.
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

PURPOSES = frozenset({"vectorising"})
CLAIM = DefectClaim(
    kinds=frozenset({"preprocessing"}),
    subjects=PURPOSES,
    fault="a vectoriser was fitted to texts that the model is later scored on",
    otherwise="no text vectoriser was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the flow of texts into `fit` and into the score."""
    asked = tools_of(facts.tools, ToolRole.PREPARATION, purposes=PURPOSES)
    return answer_by_defects(facts, CLAIM, cite_tools(asked))
