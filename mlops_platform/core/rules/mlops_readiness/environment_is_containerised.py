"""The environment is described as a container.

Why: system libraries, CUDA and Python itself are dependencies too, and no lock file holds them.
Fix: add a `Dockerfile`: `FROM python:3.11-slim`, copy and install the locked dependencies, copy
the code, and set the training command.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import READY_MADE_IMAGES, ProjectKind

WEIGHT = 1
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from Dockerfiles, compose files and development containers."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    own = [each for each in facts.containers if READY_MADE_IMAGES not in each.note]
    if not in_use(own) and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    if len(own) < len(facts.containers) and not in_use(own):
        return unmet("compose files start the images of others, and nothing builds one")
    return answer_by_use(own, "no Dockerfile or other container definition was found")
