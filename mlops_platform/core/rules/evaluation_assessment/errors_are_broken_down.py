"""Errors are reported by class, not only as one number.

Why: one number hides the class that the model never finds.
Fix: print `classification_report(y_test, predictions)`, or plot the confusion matrix.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

WEIGHT = 1
EFFORT = "minutes"

OF_ALL = frozenset(
    "accuracy_score balanced_accuracy_score cohen_kappa_score matthews_corrcoef"
    " top_k_accuracy_score zero_one_loss hamming_loss Accuracy BinaryAccuracy MulticlassAccuracy"
    " accuracy".split()
)
# Of two classes, F1 is of the one that is looked for; `average=` makes it one number for all.
OF_ONE = frozenset({"f1_score", "fbeta_score", "jaccard_score", "F1Score", "BinaryF1Score"})
OF_ORDER = frozenset({"roc_auc_score", "average_precision_score", "log_loss", "AUROC"})
"""They measure the order of predictions; beside them nothing is asked of labels."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the metrics of classes that are computed."""
    if skipped := without_training(facts):
        return skipped
    metrics = tools_of(facts.tools, ToolRole.METRIC, purposes=("classification",))
    if not metrics:
        return not_applicable("no metric of classes was found")
    found = [each for each in metrics if _is_by_class(each)]
    if found:
        return met(cite_tools(found))
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    if all(short_name(each) in OF_ORDER for each in metrics):
        return not_applicable("only the order of predictions is measured")
    names = listed(short_name(each) for each in metrics)
    return unmet(f"each metric is one number for all classes: {names}", cite_tools(metrics))


def _is_by_class(metric: LearningTool) -> bool:
    if short_name(metric) in OF_ONE:
        return "average" not in metric.keywords
    return short_name(metric) not in OF_ALL | OF_ORDER
