"""Images hold no secrets.

Why: what `ENV` or `ARG` sets stays readable in the image's history for whoever can pull it.
Fix: delete the value from the line named here, revoke it, and give it at run time (`docker run
--env-file`), or at build time with `RUN --mount=type=secret`.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 5.0


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from values that Dockerfiles give to names such as `API_KEY`; never shown."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.container_files:
        return not_applicable("there is no Dockerfile")
    places = [place for file in facts.container_files for place in file.secrets]
    if not places:
        return met()
    return unmet(f"Dockerfiles set {counted(len(places), 'value')} under a secret's name", places)
