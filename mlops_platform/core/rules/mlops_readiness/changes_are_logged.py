"""Changes are written down for users.

Why: who uses the model or the package needs to know what changed without reading every commit.
Fix: add `CHANGELOG.md` with one line per change that a user can notice, newest first, under the
version that brought it.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from a changelog in the tree; release notes on the host are not seen."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.documentation.changelog:
        return met([facts.documentation.changelog])
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    return unmet("the tree holds no changelog (release notes on the host are not seen)")
