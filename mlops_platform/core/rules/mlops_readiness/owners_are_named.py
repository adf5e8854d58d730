"""A file names the owners.

Why: a model in use needs somebody to ask when it fails at night.
Fix: add `.github/CODEOWNERS` with a line such as `* @your-name`; its host then asks the owner to
review each change.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the files that hosts and people look into."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.documentation.owners:
        return met([facts.documentation.owners])
    return inapplicable(facts, *COLLECTIONS) or unmet(
        "no CODEOWNERS, AUTHORS or MAINTAINERS file was found"
    )
