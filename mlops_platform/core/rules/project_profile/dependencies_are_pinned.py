"""Dependencies are pinned to exact versions.

Why: a new release of any unpinned package can change the trained model, or stop the training.
Fix: write a lock file and commit it (`uv lock`, `poetry lock`, or `pip-compile requirements.in`),
or put `==` and the version that works today behind each requirement.
"""

from mlops_platform.core.cite import cite_detections, counted
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, partly_met, unknown
from mlops_platform.core.sections.project_profile import (
    Dependency,
    DependencyState,
    ProjectKind,
    ProjectProfileFacts,
)

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the lock files, else from the share of declared packages with one version."""
    if facts.dependency_state is DependencyState.NONE:
        return not_applicable("no dependencies are declared")
    if facts.kind is ProjectKind.LIBRARY:
        return not_applicable("a library states ranges, and its users pin")
    if facts.dependency_state is DependencyState.LOCKED:
        return met(cite_detections(facts.lock_files))
    if not facts.dependencies:
        return unknown("the declared dependencies could not be read")
    return _by_share(facts.dependencies)


def _by_share(dependencies: tuple[Dependency, ...]) -> Answer:
    names = {d.name for d in dependencies}
    pinned = {d.name for d in dependencies if d.is_pinned}
    loose = {d.name: d for d in reversed(dependencies) if d.name not in pinned}
    because = f"{counted(len(loose), 'package')} of {len(names)} can change their version"
    return partly_met(
        len(pinned) / len(names),
        because if loose else "",
        [Evidence(path=d.path, line=d.line, note=d.name) for d in reversed(loose.values())],
    )
