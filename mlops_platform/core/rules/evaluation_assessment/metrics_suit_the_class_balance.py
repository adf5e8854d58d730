"""With uneven classes, more than accuracy is reported.

Why: where nine rows of ten are of one class, always saying it is right nine times of ten.
Fix: report precision and recall of the rare class, `average_precision_score`, or
`balanced_accuracy_score` beside accuracy.
"""

from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_table import cite_tables, uneven_tables
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 2
EFFORT = "minutes"

ACCURACY = frozenset({"accuracy_score", "Accuracy", "BinaryAccuracy", "MulticlassAccuracy"})


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Look at the metrics of a project whose tables all have uneven classes."""
    if skipped := without_training(facts):
        return skipped
    uneven = uneven_tables(facts)
    if not uneven:
        return not_applicable("no table has a target of uneven classes that is sure")
    metrics = tools_of(facts.tools, ToolRole.METRIC, purposes=("classification",))
    others = [each for each in metrics if short_name(each) not in ACCURACY]
    if others:
        return met(cite_tools(others))
    if any("scoring" in each.keywords for each in facts.tools):
        return unknown("a metric is chosen by the argument `scoring`, which is not read")
    if not metrics:
        return unknown("no metric of a known library is computed")
    because = f"accuracy alone is computed, and {uneven[0].path} has uneven classes"
    return unmet(because, [*cite_tools(metrics), *cite_tables(uneven)])
