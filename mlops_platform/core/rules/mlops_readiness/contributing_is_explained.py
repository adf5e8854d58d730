"""How to contribute is explained.

Why: a colleague who knows how to set up, test and submit a change makes it right the first time.
Fix: add `CONTRIBUTING.md` with three commands (set up, test, check) and how changes are reviewed.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from a contributing guide in the tree."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.documentation.contributing:
        return met([facts.documentation.contributing])
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    return unmet("no CONTRIBUTING file was found")
