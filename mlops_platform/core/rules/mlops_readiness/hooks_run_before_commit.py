"""Checks run before each commit.

Why: what a hook stops on the author's machine costs no review and no CI minutes.
Fix: add `.pre-commit-config.yaml` with your formatter and linter, and run `pre-commit install`.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"

HOOKS = {"pre-commit", "prek", "lefthook", "husky", "overcommit"}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the hook managers that are configured."""
    if skipped := inapplicable(facts):
        return skipped
    said = answer_by_use(facts.quality_tools, "no hook manager is configured", HOOKS)
    return said if said.share else inapplicable(facts, *COLLECTIONS) or said
