r"""Paths of an author's machine that stand, in the sandbox, for places of the repository.

A path from the root of a file system needs an image with a link in it, as the root is read-only
when a command runs. Any other path (`C:\\data\\x.csv`, `D:/x.csv`) is, to Linux, a name in the
working directory.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.labels import DEADLINE, NOT_A_RUN, PASSING
from mlops_platform.adapters.docker.sources_archive import END, folder_entry, link_entry
from mlops_platform.core.run_plan import PathMapping, RunPlan

SOURCES = "/box/src"
REPOSITORY = "mlops-platform/links"
TAKEN = frozenset(
    "bin boot box dev etc lib lib32 lib64 libx32 opt/env proc run sbin sys tmp usr".split()
)
"""Places of the system, and ours: no link is laid there."""


def is_absolute(mapping: PathMapping) -> bool:
    """Tell whether a path begins at the root of a Linux file system."""
    return mapping.path.startswith("/")


def refused_mappings(plan: RunPlan) -> tuple[str, ...]:
    """Return the paths for which no link can be laid."""
    return tuple(each.path for each in plan.path_mappings if not _is_possible(each))


def working_directory_links(plan: RunPlan) -> Iterator[bytes]:
    """Yield the archive entries of links in the working directories, under `src`."""
    places = sorted({step.working_directory for step in plan.steps})
    for mapping in plan.path_mappings:
        if not is_absolute(mapping) and _is_possible(mapping):
            for place in places:
                name = PurePosixPath("src", place, mapping.path)
                yield from (folder_entry(str(parent)) for parent in _parents(name, place))
                yield link_entry(str(name), _target(mapping))


def root_links(plan: RunPlan) -> dict[str, str]:
    """Return the links that lie outside the volume, from path to target."""
    return {
        str(PurePosixPath(each.path)): _target(each)
        for each in plan.path_mappings
        if is_absolute(each) and _is_possible(each)
    }


def linked_image(
    engine: Engine, image: str, links: dict[str, str], labels: Mapping[str, str]
) -> str:
    """Return an image with these links in it, for the run that the labels name."""
    container = engine.create({"Image": image, "Entrypoint": ["true"], "Labels": dict(labels)})
    try:
        engine.put(container, "/", _entries(links))
        kept = {**NOT_A_RUN, PASSING: labels[DEADLINE]}
        return engine.commit(container, REPOSITORY, container[:12], {"Labels": kept})
    finally:
        engine.remove(container)


def _entries(links: dict[str, str]) -> Iterator[bytes]:
    made: set[PurePosixPath] = set()
    for path, target in sorted(links.items()):
        name = PurePosixPath(path).relative_to("/")
        for parent in reversed(name.parents[:-1]):
            if parent not in made and f"/{parent}" not in links:
                made.add(parent)
                yield folder_entry(str(parent))
        if not any(f"/{parent}" in links for parent in name.parents):
            yield link_entry(str(name), target)
    yield END


def _is_possible(mapping: PathMapping) -> bool:
    path = PurePosixPath(mapping.path)
    if _climbs(path.parts) or _climbs(PurePosixPath(mapping.target).parts):
        return False
    if mapping.target.startswith("/") or "\0" in mapping.path + mapping.target:
        return False
    if not is_absolute(mapping):
        return path != PurePosixPath()
    names = path.parts[1:]
    return bool(names) and not {names[0], "/".join(names[:2])} & TAKEN


def _climbs(parts: Iterable[str]) -> bool:
    return ".." in parts


def _target(mapping: PathMapping) -> str:
    return str(PurePosixPath(SOURCES, mapping.target))


def _parents(name: PurePosixPath, place: str) -> list[PurePosixPath]:
    """Return the folders between a working directory and a name in it, outermost first."""
    above = PurePosixPath("src", place)
    return [each for each in reversed(name.parents) if each != above and above in each.parents]
