"""Some code measures the trained model.

Why: a model that nobody has measured may be worse than none.
Fix: hold rows out, predict them, and print and store metrics that fit the task.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_tool import cite_tools, folds_that_score, tools_of
from mlops_platform.core.answers.cite import cite_entry_points
from mlops_platform.core.evidence import Answer, Evidence, met, unknown, unmet
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 3
EFFORT = "hours"


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from entry points, metrics, scores, and losses that nothing learns from.

    Unmet only where training was followed.
    """
    if skipped := without_training(facts):
        return skipped
    found = _measures(facts)
    if found:
        return met(found)
    fits = [place for each in facts.programs if not each.not_followed for place in each.fits]
    if not fits:
        return unknown("no measure was found, and training could not be followed")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    return unmet("a model is fitted, and nothing measures it", fits)


def _measures(facts: EvaluationAssessmentFacts) -> list[Evidence]:
    scores = [s for each in facts.programs for s in (*each.scores, *each.fold_scores)]
    tools = [*folds_that_score(facts), *tools_of(facts.tools, ToolRole.METRIC, ToolRole.SEARCH)]
    points = cite_entry_points(facts.evaluation_entry_points)
    return [*scores, *cite_tools(tools), *points, *facts.measures]
