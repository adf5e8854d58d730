"""Dependencies are pinned to exact versions.

Why: a new release of any unpinned package can change the trained model, or stop the training.
Fix: write a lock file and commit it (`uv lock`, `poetry lock`, or `pip-compile requirements.in`),
or put `==` and the version that works today behind each requirement.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_detections, counted
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, partly_met, unknown
from mlops_platform.core.sections.project_profile import (
    Dependency,
    DependencyState,
    ProjectKind,
    ProjectProfileFacts,
)

WEIGHT = 2
EFFORT = "minutes"

SIDE_GROUPS = {"dev", "develop", "development", "test", "tests", "testing", "doc", "docs", "lint"}
"""Groups of tools: they touch neither the model nor its training."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the share of packages that a lock file or an exact version fixes."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.TEMPLATE):
        return skipped
    if facts.dependency_state is DependencyState.NONE:
        return not_applicable("no dependencies are declared")
    locked = {_folder(e.path) for lock in facts.lock_files for e in lock.evidence}
    counting = [d for d in facts.dependencies if d.group.lower() not in SIDE_GROUPS]
    loose = [d for d in counting if not _is_under(_folder(d.path), locked)]
    if loose:
        return _by_share(loose, {d.name for d in counting})
    if facts.lock_files:
        return met(cite_detections(facts.lock_files))
    return unknown("the declared dependencies could not be read")


def _by_share(unlocked: list[Dependency], names: set[str]) -> Answer:
    pinned = {d.name for d in unlocked if d.is_pinned}
    loose = {d.name: d for d in unlocked if not d.is_pinned and d.name not in pinned}
    return partly_met(
        1 - len(loose) / len(names),
        f"{counted(len(loose), 'package')} of {len(names)} can change their version"
        if loose
        else "",
        [Evidence(path=d.path, line=d.line, note=d.name) for d in loose.values()],
    )


def _folder(path: str | None) -> str:
    return (path or "").rpartition("/")[0]


def _is_under(folder: str, locked: set[str]) -> bool:
    return any(not top or folder == top or folder.startswith(f"{top}/") for top in locked)
