"""A container image can be built.

Why: an image carries code, packages and system libraries to any machine in one piece.
Fix: add a `Dockerfile`: `FROM python:3.11-slim`, install the locked dependencies, copy the code,
`USER 1000`, and the command that serves.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_detections, in_use
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from Dockerfiles, else from other ways to build an image."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if facts.container_files:
        return met([Evidence(path=file.path) for file in facts.container_files])
    if in_use(facts.containers):
        return met(cite_detections(in_use(facts.containers)))
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    if not facts.applications and not facts.prediction_scripts:
        return not_applicable("nothing serves the model or predicts with it")
    return unmet("no Dockerfile or other image definition was found")
