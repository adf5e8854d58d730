"""Owners are named.

Why: a model in use needs somebody to ask when it fails at night.
Fix: add `.github/CODEOWNERS` with a line such as `* @your-name`, or a line "Maintainer" to the
README.
"""

from mlops_platform.core.applicability import inapplicable
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from owners files, package metadata and the README."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.documentation.owners:
        return met([facts.documentation.owners])
    return unmet("no owners file, and no other file that names a maintainer, was found")
