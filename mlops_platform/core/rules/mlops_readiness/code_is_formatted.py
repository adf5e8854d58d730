"""A formatter keeps the code's layout.

Why: reviews then speak of behaviour, and differences show real changes only.
Fix: run `ruff format .` once and commit it, then run `ruff format --check` in CI or as a
pre-commit hook.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.ci_steps import steps_that_run, steps_that_start
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"

FORMATTERS = {"black", "ruff-format", "yapf", "autopep8", "blue", "darker"}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from formatters that are configured, hooked or run in CI."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.code.python_files:
        return not_applicable("there are no Python files")
    runs = [
        *steps_that_run(facts.workflows, FORMATTERS),
        *steps_that_start(facts.workflows, "ruff format"),
    ]
    if runs:
        return met(runs)
    said = answer_by_use(facts.quality_tools, "no formatter is configured or run", FORMATTERS)
    if not said.share and in_use(facts.quality_tools, {"ruff"}):
        return unknown("ruff is used, and whether its formatter is too cannot be told")
    return said if said.share else inapplicable(facts, *COLLECTIONS) or said
