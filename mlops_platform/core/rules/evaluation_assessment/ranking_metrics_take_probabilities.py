"""Ranking metrics are computed from scores, not from labels.

Why: of hard labels, the area under the curve is that of a single point, and mostly too small.
Fix: pass `model.predict_proba(X)[:, 1]` or `decision_function(X)` to `roc_auc_score` and its like.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice, followed
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 2
EFFORT = "minutes"

RANKING = frozenset(
    "roc_auc_score average_precision_score roc_curve precision_recall_curve log_loss".split()
)
CLAIM = DefectClaim(
    kinds=frozenset({"ranking_metric_of_labels"}),
    fault="a ranking metric was computed from predicted labels",
    otherwise="no ranking metric was followed",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from what the predictions of each ranking metric are."""
    asked = [each for each in tools_of(facts.tools, ToolRole.METRIC) if short_name(each) in RANKING]
    return answer_by_practice(facts, CLAIM, followed(facts, cite_tools(asked)))
