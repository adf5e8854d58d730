"""How firmly dependencies are declared, and whether the code's imports are among them."""

import re

from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.manifests import DeclaredDependency, Manifest, ManifestsFacts
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.distributions import (
    distributions_of,
    is_declared,
    is_standard,
    normalised,
)
from mlops_platform.core.sections.project_profile import (
    Dependency,
    DependencyState,
    ImportedModule,
)

MOST = 0.8
"""Share of exact versions from which dependencies are called pinned; of bare ones, unpinned."""

SIDE_FILE = re.compile(r"(^|[/_.-])(dev|tests?|docs?|lint|ci|build|report)([/_.-]|$)")
SIDE_GROUPS = frozenset(
    "dev develop development test tests testing doc docs lint linting typing format build"
    " ci".split()
)


def dependency_state(facts: ManifestsFacts) -> DependencyState:
    """Say how firmly versions are declared; a lock file wins."""
    if facts.lock_files:
        return DependencyState.LOCKED
    declared = _leading(facts)
    if not declared:
        return DependencyState.NONE
    pinned = sum(entry.is_pinned for entry in declared)
    bare = sum(not entry.specifier and not entry.is_pinned for entry in declared)
    if pinned >= MOST * len(declared):
        return DependencyState.PINNED
    return DependencyState.UNPINNED if bare >= MOST * len(declared) else DependencyState.RANGED


def declared_dependencies(facts: ManifestsFacts) -> tuple[Dependency, ...]:
    """Return every declared dependency, in the order of its file."""
    return tuple(
        Dependency(
            name=entry.name,
            specifier=entry.specifier,
            is_pinned=entry.is_pinned,
            group=entry.group,
            path=entry.path,
            line=entry.line,
        )
        for manifest in facts.manifests
        for entry in manifest.dependencies
    )


def manifest_detections(facts: ManifestsFacts) -> tuple[Detection, ...]:
    """Return the manifests as detections named by their kind."""
    return tuple(
        Detection(
            name=manifest.kind,
            is_used=True,
            evidence=(Evidence(path=manifest.path),),
            note=f"{len(manifest.dependencies)} dependencies",
        )
        for manifest in facts.manifests
    )


def lock_file_detections(facts: ManifestsFacts) -> tuple[Detection, ...]:
    """Return the lock files as detections named by their kind."""
    return tuple(
        Detection(
            name=lock.kind,
            is_used=True,
            evidence=(Evidence(path=lock.path),),
            note=f"{lock.packages} packages",
        )
        for lock in facts.lock_files
    )


def python_requirement(facts: ManifestsFacts) -> tuple[str | None, Evidence | None]:
    """Return the declared Python version and where it stands, the root's word first."""
    stated = [manifest for manifest in facts.manifests if manifest.python_requires]
    if stated:
        best = min(stated, key=lambda manifest: (manifest.path.count("/"), manifest.path))
        line = best.python_requires_line
        return best.python_requires, Evidence(path=best.path, line=line)
    if facts.python_version_files:
        path, version = facts.python_version_files[0]
        return version, Evidence(path=path)
    return None, None


def imported_modules(reading: Reading) -> tuple[ImportedModule, ...]:
    """Return the third-party modules that the project's own code imports, by name.

    `distribution` is None where a file or folder here has the module's name, so that nobody can
    tell which of the two is meant.
    """
    declared = frozenset(
        normalised(entry.name)
        for manifest in reading.manifests.manifests
        for entry in manifest.dependencies
    ) | frozenset(
        normalised(manifest.package_name)
        for manifest in reading.manifests.manifests
        if manifest.package_name
    )
    first: dict[str, ImportedModule] = {}
    local = _local_names(reading)
    for file in _own_files(reading):
        for name, is_optional, evidence in _third_party(file):
            known = first.get(name)
            if known is None or (known.is_optional and not is_optional):
                first[name] = ImportedModule(
                    module=name,
                    distribution=None if name in local else distributions_of(name)[0],
                    is_declared=is_declared(name, declared),
                    is_optional=is_optional,
                    evidence=evidence,
                )
    return tuple(first[name] for name in sorted(first))


def _third_party(file: SourceFile) -> list[tuple[str, bool, Evidence]]:
    return [
        (
            entry.module.split(".")[0],
            # What one function or one branch alone imports is mostly needed for one option.
            entry.is_guarded or entry.is_conditional or bool(entry.scope),
            Evidence(path=file.path, line=entry.line),
        )
        for entry in file.imports
        if entry.module and not entry.level and not entry.is_local and not is_standard(entry.module)
    ]


def _local_names(reading: Reading) -> set[str]:
    repository = reading.repository
    paths = [file.path for file in repository.files]
    return {
        part.removesuffix(".py")
        for path in (*paths, *repository.links, *repository.submodules)
        for part in path.split("/")
    }


def _own_files(reading: Reading) -> list[SourceFile]:
    return [file for file in reading.code.files if file.role is Role.SOURCE]


def _leading(facts: ManifestsFacts) -> list[DeclaredDependency]:
    """Return what the project itself needs: from the manifests nearest to the root."""
    main = [m for m in facts.manifests if not SIDE_FILE.search(m.path.lower()) and _main(m)]
    chosen = main or [manifest for manifest in facts.manifests if manifest.dependencies]
    nearest = min((manifest.path.count("/") for manifest in chosen), default=0)
    return [
        entry
        for manifest in chosen
        if manifest.path.count("/") == nearest
        for entry in _main(manifest) or manifest.dependencies
    ]


def _main(manifest: Manifest) -> list[DeclaredDependency]:
    return [entry for entry in manifest.dependencies if entry.group.lower() not in SIDE_GROUPS]
