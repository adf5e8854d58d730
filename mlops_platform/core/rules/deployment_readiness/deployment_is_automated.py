"""Deployment is automated.

Why: steps by hand differ each time, and nobody can tell later what was deployed.
Fix: add a CI job that runs on a tag and deploys the built image (`kubectl set image …`, `gcloud
run deploy …`, or your platform's action).
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_ci import answer_by_ci
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, not_applicable, unknown
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "days"

DEPLOY_THEMSELVES = {
    "procfile",
    "heroku",
    "render",
    "fly",
    "railway",
    "vercel",
    "aws app runner",
    "app engine",
}


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the CI steps that deploy; some platforms deploy each push by themselves."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications and not facts.deployments_in_ci:
        return not_applicable("nothing serves the model")
    platforms = [p.name for p in facts.infrastructure if p.name in DEPLOY_THEMSELVES]
    if platforms and not facts.deployments_in_ci:
        return unknown(f"{listed(platforms)} may deploy each push by itself")
    if not facts.deployments_in_ci and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_ci(
        facts.ci, facts.workflows, facts.deployments_in_ci, "no step of a pipeline deploys"
    )
