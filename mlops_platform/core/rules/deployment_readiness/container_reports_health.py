"""The container reports its health.

Why: an engine restarts a container that died, but not one that hangs, unless it is told how to
ask.
Fix: add `HEALTHCHECK CMD python -c "import urllib.request as u;
u.urlopen('http://localhost:8000/health')"` to the Dockerfile, or a probe to the deployment.
"""

import re

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ContainerFile

WEIGHT = 1
EFFORT = "minutes"

SERVERS = {"uvicorn", "gunicorn", "flask", "waitress", "hypercorn", "fastapi"}

FUNCTIONS = {"aws lambda", "google cloud functions"}
"""Their containers live for a call, and nobody asks them for their health."""


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from `HEALTHCHECK`; compose files and orchestrators may hold the check instead."""
    if skipped := inapplicable(facts):
        return skipped
    servers = [app for app in facts.applications if app.framework not in FUNCTIONS]
    paths = [app.path for app in servers if app.path.endswith(".py")]
    serving = [file for file in facts.container_files if _starts_one_of(paths, file)]
    if not paths or not serving:
        return not_applicable("no Dockerfile starts a server of this repository")
    checks = [
        Evidence(path=file.path, line=file.healthcheck_line)
        for file in serving
        if file.healthcheck_line
    ]
    if checks:
        return met(checks)
    if facts.infrastructure or facts.compose_files:
        return unknown("a compose file or an orchestrator may ask instead")
    return unmet(
        f"no `HEALTHCHECK` stands in {listed(f'`{file.path}`' for file in serving)}",
        [Evidence(path=file.path, line=file.command_line) for file in serving],
    )


def _starts_one_of(paths: list[str], file: ContainerFile) -> bool:
    words = re.findall(r"\w+", file.command or "")
    modules = {path.rpartition("/")[2].removesuffix(".py") for path in paths}
    return bool(modules.union(SERVERS).intersection(words))
