"""CI builds the image.

Why: a Dockerfile that nobody builds is broken on the day when it is needed.
Fix: add a CI step `docker build .`, or `uses: docker/build-push-action` with `push: false` on pull
requests.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_ci import answer_by_ci
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the CI steps that build an image."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.container_files:
        return not_applicable("there is no Dockerfile")
    if not facts.images_built_in_ci and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_ci(
        facts.ci, facts.workflows, facts.images_built_in_ci, "no step of a pipeline builds an image"
    )
