"""Metrics get the true values first, then the predictions.

Why: swapped, precision is recall and the other way round, and R² is of another question; nothing
fails.
Fix: call `metric(y_true, y_pred)`, or name the arguments.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice, followed
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

WEIGHT = 3
EFFORT = "minutes"

ORDERED = frozenset(
    "precision_score recall_score fbeta_score classification_report confusion_matrix r2_score"
    " roc_auc_score average_precision_score log_loss precision_recall_curve roc_curve"
    " explained_variance_score mean_absolute_percentage_error".split()
)
CLAIM = DefectClaim(
    kinds=frozenset({"swapped_metric_arguments"}),
    fault="predictions were given to a metric in place of the true values",
    otherwise="no metric was followed in which the order matters",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from what is known of the two arguments of each metric."""
    asked = [each for each in tools_of(facts.tools, ToolRole.METRIC) if _has_an_order(each)]
    return answer_by_practice(facts, CLAIM, followed(facts, cite_tools(asked)))


def _has_an_order(tool: LearningTool) -> bool:
    return short_name(tool) in ORDERED
