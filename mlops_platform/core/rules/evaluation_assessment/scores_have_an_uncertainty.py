"""Scores are repeated, or come with their uncertainty.

Why: the score of one split moves by chance; a difference smaller than that is none.
Fix: report mean and spread of `cross_val_score` or of several seeds, or a bootstrap interval of
the test score.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_dataset import SURE_TARGET
from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_tool import cite_tools, folds_that_score, tools_of
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met, unknown, unmet
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 1
EFFORT = "hours"

ROWS_ENOUGH = 40_000
"""A quarter of them holds a share such as accuracy to one point."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from folds, intervals and tests; a search has folds, but for its choice only."""
    if skipped := without_training(facts):
        return skipped
    repeated = [*folds_that_score(facts), *tools_of(facts.tools, ToolRole.UNCERTAINTY)]
    if repeated:
        return met(cite_tools(repeated))
    if not any(each.held_out_scores for each in facts.programs):
        return not_applicable("no score of a split of rows was found")
    if cut := tools_of(facts.tools, ToolRole.FOLDS):
        because = f"{cut[0].evidence.path} makes folds, and nothing tells whether each is scored"
        return unknown(because)
    return _of_one_split(facts)


def _of_one_split(facts: EvaluationAssessmentFacts) -> Answer:
    splits = tools_of(facts.tools, ToolRole.SPLIT)
    if not splits:
        return not_applicable("the rows are not split by a function whose sizes are known")
    tables = [each for each in facts.tables if each.confidence >= SURE_TARGET]
    if tables and all(each.rows >= ROWS_ENOUGH for each in tables):
        return not_applicable("the test part is so large that chance moves its score little")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    searches = [s for s in tools_of(facts.tools, ToolRole.SEARCH) if s.name.endswith("CV")]
    if searches:
        because = "settings are chosen by folds, but the score is of one split"
        return partly_met(0.5, because, cite_tools([*searches, *splits]))
    because = "the scores are of one split, and no folds, bootstrap or interval were found"
    return unmet(because, cite_tools(splits))
