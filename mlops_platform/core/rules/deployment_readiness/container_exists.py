"""A container image can be built.

Why: an image carries code, packages and system libraries to any machine in one piece.
Fix: add a `Dockerfile`: `FROM python:3.11-slim`, install the locked dependencies, copy the code,
`USER 1000`, and the command that serves.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_detections, in_use
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import READY_MADE_IMAGES, ProjectKind

WEIGHT = 2
EFFORT = "hours"
BUILD_NOTHING = {"devcontainer", "helm", "kubernetes"}
"""They run images, or serve an editor."""


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from Dockerfiles, else from other ways to build an image; to run one is not enough."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if facts.container_files:
        return met([Evidence(path=file.path) for file in facts.container_files])
    builders = [each for each in in_use(facts.containers) if each.name not in BUILD_NOTHING]
    built = [each for each in builders if READY_MADE_IMAGES not in each.note]
    bentos = [place.evidence for place in facts.infrastructure if place.name == "bentoml"]
    if built or bentos or facts.images_built_in_ci:
        return met([*cite_detections(built), *bentos, *facts.images_built_in_ci])
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    if not facts.applications and not facts.prediction_scripts:
        return not_applicable("nothing serves the model or predicts with it")
    return unmet("no Dockerfile or other image definition was found")
