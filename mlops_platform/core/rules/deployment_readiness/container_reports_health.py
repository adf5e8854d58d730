"""The container reports its health.

Why: an engine restarts a container that died, but not one that hangs, unless it is told how to
ask.
Fix: add `HEALTHCHECK CMD python -c "import urllib.request as u;
u.urlopen('http://localhost:8000/health')"` to the Dockerfile, or a probe to the deployment.
"""

from mlops_platform.core.applicability import inapplicable
from mlops_platform.core.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from `HEALTHCHECK`; compose files and orchestrators may hold the check instead."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.container_files or not any(app.routes for app in facts.applications):
        return not_applicable("no container serves the model")
    checks = [
        Evidence(path=file.path, line=file.healthcheck_line)
        for file in facts.container_files
        if file.healthcheck_line
    ]
    if checks:
        return met(checks)
    if facts.infrastructure or facts.compose_files:
        return unknown("a compose file or an orchestrator may ask instead")
    files = [file.path for file in facts.container_files]
    return unmet(
        f"{listed(f'`{path}`' for path in files)} has no `HEALTHCHECK`",
        [Evidence(path=path) for path in files],
    )
