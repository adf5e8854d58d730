"""With uneven classes, scores or probabilities are looked at, not only labels.

Why: labels stand on a threshold of one half, which nobody chose, and which suits even classes.
Fix: take `predict_proba`, look at `precision_recall_curve`, and choose the threshold by what an
error costs.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_table import cite_tables, uneven_tables
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 1
EFFORT = "hours"

OF_SCORES = frozenset(
    "roc_auc_score roc_curve precision_recall_curve average_precision_score log_loss auc"
    " brier_score_loss det_curve RocCurveDisplay PrecisionRecallDisplay AUROC".split()
)
TWO = 2


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Look for probabilities where every table has two uneven classes."""
    if skipped := without_training(facts):
        return skipped
    tables = [each for each in uneven_tables(facts) if len(each.class_shares) == TWO]
    if not tables:
        return not_applicable("no table has two uneven classes that are sure")
    metrics = tools_of(facts.tools, ToolRole.METRIC, purposes=("classification",))
    used = [each for each in metrics if short_name(each) in OF_SCORES]
    found = [*used, *tools_of(facts.tools, ToolRole.PROBABILITY)]
    if found:
        return met(cite_tools(found))
    if not metrics:
        return unknown("no metric of a known library is computed")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    because = f"only labels are scored, and {tables[0].path} has uneven classes"
    return unmet(because, [*cite_tools(metrics), *cite_tables(tables)])
