"""Types are checked.

Why: a type checker finds the wrong argument before an hour of training does.
Fix: annotate the functions of one module, run `mypy PACKAGE`, put `[tool.mypy]` into
`pyproject.toml` and the command into CI.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.ci_steps import steps_that_run
from mlops_platform.core.evidence import Answer, met, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "hours"

CHECKERS = {"mypy", "pyright", "basedpyright", "pyre", "pytype", "ty", "pyrefly", "beartype"}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from type checkers that are configured, hooked or run in CI."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.code.python_files:
        return not_applicable("there are no Python files")
    runs = steps_that_run(facts.workflows, CHECKERS)
    if runs:
        return met(runs)
    said = answer_by_use(facts.quality_tools, "no type checker is configured or run", CHECKERS)
    return said if said.share else inapplicable(facts, *COLLECTIONS) or said
