"""Which file of the repository an import means, seen from the file that imports."""

import ast

from mlops_platform.core.facts.python.blocks import Layout
from mlops_platform.core.facts.python.local_modules import LocalModules, folder_of
from mlops_platform.core.facts.python.source_file import Import
from mlops_platform.core.facts.repository import RepositoryFacts


class LocalImports:
    """Finds the repository's own files behind imports; asks once for each folder and name."""

    def __init__(self, repository: RepositoryFacts) -> None:
        self.modules = LocalModules.of(repository)
        self._paths = frozenset(file.path for file in repository.files)
        self._known: dict[tuple[str, str, int, str | None], tuple[str, ...]] = {}

    def files(self, path: str, layout: Layout) -> tuple[str, ...]:
        """Return the own files that a file imports, in order."""
        found: dict[str, None] = {}
        for statement in layout.imports:
            for module, member, level in _wanted(statement):
                found.update(dict.fromkeys(self._find(path, module, level, member)))
        found.pop(path, None)
        return tuple(found)

    def _find(self, path: str, module: str, level: int, member: str | None) -> tuple[str, ...]:
        key = (folder_of(path), module, level, member)
        if key not in self._known:
            self._known[key] = self._look(path, module, level, member)
        return self._known[key]

    def _look(self, path: str, module: str, level: int, member: str | None) -> tuple[str, ...]:
        folder = folder_of(path)
        if level:
            for _ in range(level - 1):
                folder = folder_of(folder)
            return self._existing(self.modules.find(folder, module, member))
        entry = Import(module, member, 0, 1, is_guarded=False, is_local=False, scope="")
        (told,) = self.modules.tell_local(path, [entry])
        if not told.is_local:
            return ()
        roots = [folder]
        while roots[-1]:
            roots.append(folder_of(roots[-1]))
        near = self.modules
        for root in dict.fromkeys([*roots, *near.source_folders, *near.source_packages]):
            found = self._existing(self.modules.find(root, module, member))
            if found:
                return found
        return ()

    def _existing(self, found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{place}.py" for place in found if f"{place}.py" in self._paths)


def _wanted(statement: ast.Import | ast.ImportFrom) -> list[tuple[str, str | None, int]]:
    if isinstance(statement, ast.Import):
        return [(alias.name, None, 0) for alias in statement.names]
    module = statement.module or ""
    return [(module, alias.name, statement.level) for alias in statement.names]
