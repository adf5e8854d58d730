"""Which tables of the repository its code learns from, and how uneven their classes are.

A table is only judged with code that names it, or where code names no data at all and there is one
target to learn: what a split does says nothing of another table. That numbers are classes is only
believed where a classifier or a metric of classes stands beside.
"""

from collections.abc import Iterable

from mlops_platform.core.answers.applicability import COLLECTIONS
from mlops_platform.core.answers.by_dataset import SURE_TARGET
from mlops_platform.core.answers.by_tool import tools_of
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessmentFacts,
    LearnedTable,
)
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

UNEVEN = 0.8
"""Share of the largest class from which on always saying it is a good score by accuracy."""


def tables_behind(facts: EvaluationAssessmentFacts, tool: LearningTool) -> list[LearnedTable]:
    """Return the tables of classes that the program around a tool learns from."""
    path = tool.evidence.path
    files = {path, *(f for each in facts.programs if path in each.files for f in each.files)}
    return _named(facts, [each for each in facts.tools if each.evidence.path in files])


def tables_of_classes(facts: EvaluationAssessmentFacts) -> list[LearnedTable]:
    """Return the tables of classes that a project learns from; none of a collection."""
    return [] if facts.kind in COLLECTIONS else _named(facts, list(facts.tools))


def uneven_tables(facts: EvaluationAssessmentFacts) -> list[LearnedTable]:
    """Return the tables of uneven classes; none where others are even, as code may use those."""
    tables = tables_of_classes(facts)
    uneven = [each for each in tables if each.class_shares[0] >= UNEVEN]
    return uneven if len(uneven) == len(tables) else []


def cite_tables(tables: Iterable[LearnedTable]) -> list[Evidence]:
    """Return tables with their rows and the share of their largest class."""
    return [
        Evidence(
            path=each.path,
            column=each.target,
            note=f"{each.rows} rows, {each.class_shares[0]:.0%} of them of the largest class",
        )
        for each in tables
    ]


def _named(facts: EvaluationAssessmentFacts, tools: list[LearningTool]) -> list[LearnedTable]:
    tables = [each for each in facts.tables if _has_classes(each)]
    beside = tools if facts.kind in COLLECTIONS else facts.tools
    if not tools_of(beside, ToolRole.MODEL, ToolRole.METRIC, purposes=("classification",)):
        return []
    data = {each.name for each in tools_of(tools, ToolRole.DATA)}
    if data:
        return [each for each in tables if each.path.rpartition("/")[2] in data]
    is_one = len({each.target for each in tables}) == 1 and facts.kind not in COLLECTIONS
    return tables if is_one else []


def _has_classes(table: LearnedTable) -> bool:
    return table.confidence >= SURE_TARGET and len(table.class_shares) > 1
