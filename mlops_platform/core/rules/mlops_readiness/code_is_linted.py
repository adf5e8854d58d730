"""The code is linted.

Why: a linter finds unused names, shadowed variables and half of the typing errors for free.
Fix: run `ruff check --fix .` once, put `[tool.ruff]` into `pyproject.toml`, and run `ruff check`
in CI.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.ci_steps import steps_that_run
from mlops_platform.core.evidence import Answer, met, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"

LINTERS = {"ruff", "flake8", "pylint", "pyflakes", "pycodestyle", "pylama", "prospector", "sonar"}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from linters that are configured, hooked or run in CI."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.code.python_files:
        return not_applicable("there are no Python files")
    runs = steps_that_run(facts.workflows, LINTERS)
    if runs:
        return met(runs)
    said = answer_by_use(facts.quality_tools, "no linter is configured or run", LINTERS)
    return said if said.share else inapplicable(facts, *COLLECTIONS) or said
