"""The server's dependencies are pinned.

Why: a server that is rebuilt for a small fix must not get another scikit-learn than its model had.
Fix: write a lock file (`uv lock`, `pip-compile requirements.in`) and install from it in the
Dockerfile (`uv sync --frozen`, `pip install -r requirements.txt`).
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import DependencyState, ProjectKind

WEIGHT = 2
EFFORT = "minutes"

SAID = {
    DependencyState.RANGED: "the dependencies are declared as ranges",
    DependencyState.UNPINNED: "the dependencies are declared without versions",
    DependencyState.NONE: "no dependencies are declared",
}


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from how firmly the repository declares its dependencies."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications:
        return not_applicable("nothing serves the model")
    if facts.dependency_state in SAID:
        return inapplicable(facts, *COLLECTIONS) or unmet(SAID[facts.dependency_state])
    return met(because=f"dependencies are {facts.dependency_state}")
