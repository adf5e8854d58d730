"""The environment is described as a container.

Why: system libraries, CUDA and Python itself are dependencies too, and no lock file holds them.
Fix: add a `Dockerfile`: `FROM python:3.11-slim`, copy and install the locked dependencies, copy
the code, and set the training command.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from Dockerfiles, compose files and development containers."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not in_use(facts.containers) and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_use(facts.containers, "no Dockerfile or other container definition was found")
