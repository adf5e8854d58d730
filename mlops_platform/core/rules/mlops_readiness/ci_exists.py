"""A CI pipeline exists.

Why: checks that run on every push are the only ones that never get forgotten.
Fix: add `.github/workflows/ci.yml` (or `.gitlab-ci.yml`) that checks out the code, installs the
dependencies and runs the tests on each push.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the pipeline files of the known CI systems."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.ci and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_use(facts.ci, "no pipeline file of a known CI system was found")
