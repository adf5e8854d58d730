"""Which files serve: those where a serving framework was seen, and the modules they import."""

from collections.abc import Iterable

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.python.local_modules import LocalModules, folder_of
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.facts.source_code import Import, SourceFile, read_source_code
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

HOPS = 2
"""Application, its router or service module, and the loader that this imports."""

MOST_FILES = 60


def serving_places(profile: ProjectProfileFacts) -> list[tuple[str, str]]:
    """Return (framework, path) of every place where a serving framework is in use."""
    return sorted(
        {(d.name, e.path) for d in profile.serving if d.is_used for e in d.evidence if e.path}
    )


def read_served_files(
    checkout: Checkout, repository: RepositoryFacts, paths: Iterable[str]
) -> dict[str, SourceFile]:
    """Read Python files and, over two hops, the local modules that they import; by path."""
    modules = LocalModules.of(repository)
    known = {file.path for file in repository.files}
    read: dict[str, SourceFile] = {}
    wanted = sorted(path for path in paths if path.endswith(".py"))
    for _ in range(HOPS + 1):
        new = [path for path in wanted if path in known and path not in read]
        if not new or len(read) >= MOST_FILES:
            break
        files = read_source_code(checkout, repository, new[:MOST_FILES]).files
        read.update({file.path: file for file in files})
        wanted = sorted({path for file in files for path in imported_paths(modules, file)})
    return read


def reached_from(
    modules: LocalModules, path: str, files: dict[str, SourceFile]
) -> list[SourceFile]:
    """Return a file and the read modules that it imports, directly or over one other."""
    reached = [path] if path in files else []
    for _ in range(HOPS):
        for seen in list(reached):
            reached += [
                other
                for other in imported_paths(modules, files[seen])
                if other in files and other not in reached
            ]
    return [files[other] for other in reached]


def imported_paths(modules: LocalModules, file: SourceFile) -> list[str]:
    """Return the files of this repository that a file imports."""
    found = {
        f"{place}.py"
        for entry in file.imports
        if entry.is_local
        for root in _roots(modules, file.path, entry)
        for place in modules.find(root, entry.module, entry.name)
    }
    return sorted(found - {file.path})


def _roots(modules: LocalModules, path: str, entry: Import) -> list[str]:
    folder = folder_of(path)
    if not entry.level:
        return [folder, *modules.source_folders]
    for _ in range(entry.level - 1):
        folder = folder_of(folder)
    return [folder]
