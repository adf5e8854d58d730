"""Which tools of a role a project trains and scores with, and where."""

from collections.abc import Collection, Iterable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

_LEARNING = (ToolRole.MODEL, ToolRole.METRIC, ToolRole.PIPELINE)


def tools_of(
    tools: Iterable[LearningTool], *roles: ToolRole, purposes: Collection[str] = ()
) -> list[LearningTool]:
    """Return the tools of these roles, and of these purposes where any are given."""
    return [
        each for each in tools if each.role in roles and (not purposes or each.purpose in purposes)
    ]


def folds_that_score(facts: EvaluationAssessmentFacts) -> list[LearningTool]:
    """Return the folds of code that trains or scores; what only cuts files scores nothing."""
    entries = (*facts.training_entry_points, *facts.evaluation_entry_points)
    paths = {path for each in facts.programs for path in (each.path, *each.files)}
    paths |= {each.path for each in entries}
    paths |= {str(each.evidence.path) for each in tools_of(facts.tools, *_LEARNING)}
    folds = tools_of(facts.tools, ToolRole.FOLDS)
    return [each for each in folds if each.evidence.path in paths or "cross_val" in each.name]


def cite_tools(tools: Iterable[LearningTool]) -> list[Evidence]:
    """Return where tools are called, with their names."""
    return [each.evidence.model_copy(update={"note": short_name(each)}) for each in tools]


def short_name(tool: LearningTool) -> str:
    """Return a tool's name without its package."""
    return tool.name.rpartition(".")[2]


def shares_class(tool: LearningTool, others: Iterable[LearningTool]) -> bool:
    """Tell whether one of the others is called by a method of the same class."""
    return "." in tool.scope and any(_owner(each) == _owner(tool) for each in others)


def _owner(tool: LearningTool) -> tuple[str | None, str]:
    return tool.evidence.path, tool.scope.rpartition(".")[0]
