"""Rows are held out of training.

Why: without rows that the model has not seen, nothing can tell learning from remembering.
Fix: split with `train_test_split` or folds before anything is fitted.
"""

from mlops_platform.core.answers.by_defect import proven_scores, without_training
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer, Evidence, met, partly_met, unknown
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import LearningProgram, ToolRole

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from splits, folds and files; unmet only where all rows that were read are fitted."""
    if skipped := without_training(facts):
        return skipped
    wrong = [each for each in facts.programs if _holds_nothing_out(facts, each)]
    found = _held_out(facts)
    if not wrong:
        return met(found) if found else unknown("no split of rows was found or ruled out")
    right = {each.path for each in found}
    places = [place for each in wrong for place in (*each.loads, *each.fits)]
    because = f"{wrong[0].path} fits a model to all rows that it reads"
    return partly_met(len(right) / len(right | {each.path for each in wrong}), because, places)


def _held_out(facts: EvaluationAssessmentFacts) -> list[Evidence]:
    scores = [place for each in facts.programs for place in proven_scores(each)]
    tools = tools_of(facts.tools, ToolRole.SPLIT, ToolRole.FOLDS, ToolRole.SEARCH)
    files = [Evidence(path=each.path) for each in facts.held_out_files]
    return [*scores, *cite_tools(tools), *files]


def _holds_nothing_out(facts: EvaluationAssessmentFacts, program: LearningProgram) -> bool:
    """Tell whether a program is proven to score only rows that it was fitted to."""
    return any(
        each.kind == "evaluated_on_training"
        and each.is_confirmed
        and each.place.path in program.files
        for each in facts.defects
    )
