"""Which manifest speaks for a started file: the nearest one, and near ones the firmest."""

import posixpath
from typing import NamedTuple

from mlops_platform.core.facts.manifests import Manifest
from mlops_platform.core.planning.needed_modules import Needed, is_covered
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.profiling.dependencies import SIDE_FILE, SIDE_GROUPS

KINDS = ("requirements_txt", "poetry", "pyproject", "pipfile", "conda", "setup_py", "setup_cfg")
"""Where one folder has several, the first of these; a lock file beside one comes before all."""

_LOCKS = {
    "poetry": ("poetry.lock",),
    "pyproject": ("uv.lock", "pdm.lock", "poetry.lock"),
    "pipfile": ("Pipfile.lock",),
}


class Declaring(NamedTuple):
    """What an environment is made from: a manifest (None where there is none), and the imports."""

    manifest: Manifest | None
    needed: tuple[Needed, ...]

    @property
    def kind(self) -> str:
        """Return what the manifest is, "" where there is none."""
        return self.manifest.kind if self.manifest else ""

    @property
    def imported(self) -> frozenset[str]:
        """Return the distributions that the started code imports."""
        return frozenset(each.distribution for each in self.needed if each.distribution)


def choose_manifest(start: str, needed: tuple[Needed, ...], facts: PlanningFacts) -> Declaring:
    """Choose for one started file: in its folder, above it, else wherever its imports stand."""
    own = [m for m in facts.manifests.manifests if _speaks(m)]
    for manifest in own:
        if manifest.kind == "inline_script" and manifest.path == start:
            return Declaring(manifest, needed)
    files = [m for m in own if m.kind != "inline_script"]
    folder = posixpath.dirname(start)
    while True:
        here = [m for m in files if posixpath.dirname(m.path) == folder]
        if here:
            return Declaring(min(here, key=lambda m: _order(m, needed, facts)), needed)
        if not folder:
            break
        folder = posixpath.dirname(folder)
    return Declaring(_elsewhere(files, needed, facts), needed)


def lock_beside(manifest: Manifest, facts: PlanningFacts) -> str | None:
    """Return the path of the lock file that belongs to a manifest."""
    folder = posixpath.dirname(manifest.path)
    locks = {lock.path for lock in facts.manifests.lock_files}
    places = (posixpath.join(folder, name) for name in _LOCKS.get(manifest.kind, ()))
    return next((place for place in places if place in locks), None)


def _elsewhere(
    files: list[Manifest], needed: tuple[Needed, ...], facts: PlanningFacts
) -> Manifest | None:
    """Return the manifest below the start that declares most of what is imported."""
    near = [m for m in files if not SIDE_FILE.search(m.path.lower()) and _covers(m, needed)]
    if not near:
        return None
    return min(
        near, key=lambda m: (-_covers(m, needed), m.path.count("/"), _order(m, needed, facts))
    )


def _speaks(manifest: Manifest) -> bool:
    """Tell whether a manifest declares anything that is not for development only."""
    return any(each.group.lower() not in SIDE_GROUPS for each in manifest.dependencies)


def _order(
    manifest: Manifest, needed: tuple[Needed, ...], facts: PlanningFacts
) -> tuple[bool, bool, int, int, str]:
    is_plain = posixpath.basename(manifest.path) == "requirements.txt"
    kind = KINDS.index(manifest.kind) if manifest.kind in KINDS else len(KINDS)
    return (
        bool(SIDE_FILE.search(posixpath.basename(manifest.path).lower())),
        lock_beside(manifest, facts) is None,
        -1 if is_plain else kind,
        -_covers(manifest, needed),
        manifest.path,
    )


def _covers(manifest: Manifest, needed: tuple[Needed, ...]) -> int:
    declared = frozenset(each.name for each in manifest.dependencies)
    return sum(is_covered(each, declared) for each in needed)
