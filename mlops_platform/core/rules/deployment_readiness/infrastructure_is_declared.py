"""Where and how the server runs is declared in files.

Why: a server set up by hand cannot be reviewed, rebuilt or moved.
Fix: add `compose.yaml` with the service, its port and its environment, or a Kubernetes
`Deployment`, and deploy from that file.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_places, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from orchestrator, platform and compose files."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications:
        return not_applicable("nothing serves the model")
    places = [*cite_places(facts.infrastructure), *facts.compose_files]
    if places:
        return met(places, listed(place.name for place in facts.infrastructure))
    return inapplicable(facts, *COLLECTIONS) or unmet(
        "no compose, Kubernetes, Terraform or platform file was found"
    )
