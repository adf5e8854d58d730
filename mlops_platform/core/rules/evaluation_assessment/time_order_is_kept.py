"""Rows in order of time are split by time.

Why: a model that has seen the day after tomorrow predicts tomorrow well, once, and never in
production.
Fix: split at a date, or use `TimeSeriesSplit` or `train_test_split(..., shuffle=False)`.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice
from mlops_platform.core.answers.by_tool import cite_tools
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"shuffled_time_series"}),
    fault="rows in order of time were shuffled by the split",
    otherwise="no series in order of time was seen",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from splits that keep the order, and from series that a split shuffles."""
    asked = [each for each in facts.tools if each.name.endswith(".TimeSeriesSplit")]
    return answer_by_practice(facts, CLAIM, cite_tools(asked))
