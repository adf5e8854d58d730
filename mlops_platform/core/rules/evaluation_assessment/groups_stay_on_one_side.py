"""Rows of one group stay on one side of the split.

Why: rows of one person, patient or device resemble each other; on both sides they make new groups
look easier than they are.
Fix: split by group: `GroupShuffleSplit`, `GroupKFold` or `StratifiedGroupKFold` with `groups=`.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_practice
from mlops_platform.core.answers.by_tool import cite_tools, tools_of
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import ToolRole

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"group_leak"}),
    fault="rows of one group are on both sides of the split",
    otherwise="no column of groups was seen, and no split by groups",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from splits by group, and from groups that a plain split tears apart."""
    asked = [each for each in tools_of(facts.tools, ToolRole.FOLDS) if "Group" in each.name]
    return answer_by_practice(facts, CLAIM, cite_tools(asked))
