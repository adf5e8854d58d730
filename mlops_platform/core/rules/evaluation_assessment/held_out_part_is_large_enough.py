"""The held-out part is large enough for its score to mean something.

Why: of thirty rows, a share such as accuracy is known to eighteen points up or down.
Fix: hold out more rows, or use `cross_val_score`, which holds out every row once.
"""

from math import sqrt

from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_table import cite_tables, tables_behind
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met, unknown
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessmentFacts,
    LearnedTable,
)
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

WEIGHT = 2
EFFORT = "hours"

FEWEST = 100
"""Of a hundred rows, a share is known to ten points: 1.96 · sqrt(0.25 / 100)."""

BY_DEFAULT = 0.25
"""What `train_test_split` holds out where nothing else is said."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the tables of classes that are split, and the sizes of the splits."""
    if skipped := without_training(facts):
        return skipped
    if tools_of(facts.tools, ToolRole.FOLDS):
        return not_applicable("folds hold out every row once")
    splits = tools_of(facts.tools, ToolRole.SPLIT)
    tables = {each: table for each in splits if (table := _largest(facts, each))}
    if not tables:
        return not_applicable("no split of a table of classes was found")
    sizes = {each: rows for each in tables if (rows := _held_out(tables[each], each)) is not None}
    if not sizes:
        return unknown("no split says by a number how much it holds out")
    small = [each for each, rows in sizes.items() if rows < FEWEST]
    if not small:
        return met(cite_tools(sizes))
    least = min(small, key=lambda each: sizes[each])
    points = round(98 / sqrt(max(1, sizes[least])))
    because = f"about {sizes[least]} rows of {tables[least].path} are held out"
    return partly_met(
        1 - len(small) / len(sizes),
        f"{because}: accuracy is known to ±{min(100, points)} points",
        [*cite_tools(small), *cite_tables([tables[least]])],
    )


def _largest(facts: EvaluationAssessmentFacts, split: LearningTool) -> LearnedTable | None:
    return max(tables_behind(facts, split), key=lambda each: each.rows, default=None)


def _held_out(table: LearnedTable, split: LearningTool) -> int | None:
    """Return the rows that a split holds out, None where it says so by no number."""
    if split.test_size is None and {"test_size", "train_size"} & {*split.keywords}:
        return None
    size = BY_DEFAULT if split.test_size is None else split.test_size
    return round(size * table.rows if size < 1 else min(size, table.rows))
