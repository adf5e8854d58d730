"""Splits keep the shares of rare classes.

Why: by chance a small test part gets far more or far fewer rows of a rare class than the data
have, and its score moves with them.
Fix: pass `stratify=y` to `train_test_split`, or use `StratifiedKFold`.
"""

from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_table import cite_tables, tables_behind
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessmentFacts,
    LearnedTable,
)
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

WEIGHT = 1
EFFORT = "minutes"

RARE = 0.25
ROWS_ENOUGH = 400
"""So many rows of the rarest class leave a hundred in a quarter: chance moves them by a tenth."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Look at the splits of tables that have a rare class."""
    if skipped := without_training(facts):
        return skipped
    splits = [s for s in tools_of(facts.tools, ToolRole.SPLIT) if "shuffle" not in s.keywords]
    tables = {split: _rare_tables(facts, split) for split in splits}
    asked = [split for split in splits if tables[split]]
    if not asked:
        return not_applicable("no shuffled split of a table with a rare class was found")
    plain = [each for each in asked if "stratify" not in each.keywords]
    if not plain:
        return met(cite_tools(asked))
    rarest = min((table for split in plain for table in tables[split]), key=_fewest)
    because = f"a class of {_fewest(rarest)} rows is split without `stratify`"
    return partly_met(
        1 - len(plain) / len(asked), because, [*cite_tools(plain), *cite_tables([rarest])]
    )


def _rare_tables(facts: EvaluationAssessmentFacts, split: LearningTool) -> list[LearnedTable]:
    """Return the tables behind a split where they all have a rare class."""
    tables = tables_behind(facts, split)
    rare = [e for e in tables if e.class_shares[-1] < RARE and _fewest(e) < ROWS_ENOUGH]
    return rare if len(rare) == len(tables) else []


def _fewest(table: LearnedTable) -> int:
    return round(table.class_shares[-1] * table.rows)
