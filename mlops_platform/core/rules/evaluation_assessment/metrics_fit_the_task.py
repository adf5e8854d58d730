"""Metrics are of the kind of model that they measure.

Why: the squared difference between the numbers of two classes means nothing.
Fix: for classes compute accuracy, F1, or the area under a curve; for numbers the absolute or
squared error.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

WEIGHT = 2
EFFORT = "minutes"

TASKS = ("classification", "regression")


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Look at files that fit models of one task and compute metrics of one task."""
    if skipped := inapplicable(facts) or without_training(facts):
        return skipped
    asked = {path: metrics for path in _paths(facts) if (metrics := _metrics(facts, path))}
    if not asked:
        return not_applicable("no file fits a model of a known task and computes metrics")
    wrong = [m for path, metrics in asked.items() for m in metrics if _is_wrong(facts, path)]
    if not wrong:
        return met(cite_tools(metrics[0] for metrics in asked.values()))
    share = 1 - len({each.evidence.path for each in wrong}) / len(asked)
    names = listed(short_name(each) for each in wrong)
    return partly_met(share, f"classifiers are measured by {names} only", cite_tools(wrong))


def _paths(facts: EvaluationAssessmentFacts) -> list[str | None]:
    models = tools_of(facts.tools, ToolRole.MODEL, purposes=TASKS)
    return sorted({each.evidence.path for each in models}, key=str)


def _metrics(facts: EvaluationAssessmentFacts, path: str | None) -> list[LearningTool]:
    found = tools_of(facts.tools, ToolRole.METRIC, purposes=TASKS)
    return [each for each in found if each.evidence.path == path]


def _is_wrong(facts: EvaluationAssessmentFacts, path: str | None) -> bool:
    """Tell whether a file has classifiers only, and errors of numbers only.

    The other way round may be sound: classes are told from a regression by a threshold.
    """
    models = [m for m in tools_of(facts.tools, ToolRole.MODEL) if m.evidence.path == path]
    is_of_classes = {each.purpose for each in models} == {"classification"}
    metrics = {m.purpose for m in _metrics(facts, path)}
    return is_of_classes and metrics == {"regression"} and not _is_scored_otherwise(facts, path)


def _is_scored_otherwise(facts: EvaluationAssessmentFacts, path: str | None) -> bool:
    """Tell whether rows are scored by `.score`, or by counting hits."""
    notes = (s.note for each in facts.programs for s in each.scores if s.path == path)
    return any(not note.startswith("sklearn.metrics.") for note in notes)
