"""What happens when a file is started: local calls followed through the files of the repository.

Functions are followed by name, without values: a class that is made counts with all its methods.
Good enough to tell which script leads to training; the data itself is not followed here.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Call, Definition, SourceFile

STARTED = ("", "__main__")
"""Scopes that run when a file is started as a script."""


class Scope(NamedTuple):
    """One function, or the top level, of one file."""

    path: str
    name: str


class Step(NamedTuple):
    """One reached call: where it stands, and how many files lie between it and the start."""

    file: SourceFile
    call: Call
    hops: int


class Program:
    """The project's own files with their definitions, indexed for following calls."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self.files: Mapping[str, SourceFile] = {file.path: file for file in files}
        self._modules = _modules(self.files.values())
        self._calls: dict[Scope, list[Call]] = {}
        self._definitions: dict[str, dict[str, Definition]] = {}
        for file in self.files.values():
            self._definitions[file.path] = {entry.name: entry for entry in file.definitions}
            for call in file.calls:
                self._calls.setdefault(Scope(file.path, call.scope), []).append(call)

    def reach(self, path: str, scopes: Iterable[str] = STARTED) -> Iterator[Step]:
        """Yield every call that starting these scopes of a file can lead to, nearest first."""
        queue = deque((Scope(path, name), 0) for name in scopes)
        seen = {scope for scope, _ in queue}
        while queue:
            scope, hops = queue.popleft()
            file = self.files[scope.path]
            for call in self._calls.get(scope, ()):
                yield Step(file, call, hops)
                for target in self._targets(file, call.name):
                    if target not in seen:
                        seen.add(target)
                        queue.append((target, hops + (target.path != path)))

    def imported_files(self, path: str) -> tuple[str, ...]:
        """Return the local files that a file imports, in order."""
        file = self.files[path]
        found = {
            target
            for entry in file.imports
            for name in (f"{entry.module}.{entry.name}", entry.module)
            if (target := self._module_file(file, name)) and target != path
        }
        return tuple(sorted(found))

    def importers(self) -> Mapping[str, int]:
        """Return how many files import each file."""
        counts: dict[str, int] = {}
        for path in self.files:
            for target in self.imported_files(path):
                counts[target] = counts.get(target, 0) + 1
        return counts

    def scopes_of(self, path: str, function: str) -> tuple[str, ...]:
        """Return the scopes that calling a function, or making a class, of a file runs."""
        return tuple(scope.name for scope in self._scopes(path, function))

    def _targets(self, file: SourceFile, name: str) -> tuple[Scope, ...]:
        if name.startswith("."):
            return ()
        own = self._scopes(file.path, name)
        if own:
            return own
        parts = name.split(".")
        for cut in range(len(parts) - 1, 0, -1):
            target = self._module_file(file, ".".join(parts[:cut]))
            if target:
                return self._scopes(target, ".".join(parts[cut:]))
        return ()

    def _scopes(self, path: str, name: str) -> tuple[Scope, ...]:
        definitions = self._definitions[path]
        found = definitions.get(name)
        if found is None and "." in name:
            return self._scopes(path, name.rpartition(".")[0])
        if found is None:
            return ()
        if found.kind != "class":
            return (Scope(path, name),)
        inside = (Scope(path, other) for other in definitions if other.startswith(f"{name}."))
        return (Scope(path, name), *inside)

    def _module_file(self, file: SourceFile, name: str) -> str | None:
        folder = file.path.rpartition("/")[0]
        near = self._modules.get((folder, name.lstrip(".")))
        return near or self._modules.get(("", name.lstrip(".")))


def _modules(files: Iterable[SourceFile]) -> dict[tuple[str, str], str]:
    """Index files by (folder they are imported from, dotted name); "" holds what is unambiguous."""
    index: dict[tuple[str, str], str] = {}
    plain: dict[str, set[str]] = {}
    for file in files:
        parts = file.path.removesuffix(".py").removesuffix("/__init__").split("/")
        for cut in range(len(parts)):
            name = ".".join(parts[cut:])
            index[("/".join(parts[:cut]), name)] = file.path
            plain.setdefault(name, set()).add(file.path)
        if file.module:
            index.setdefault(("", file.module), file.path)
    for name, paths in plain.items():
        if len(paths) == 1:
            index.setdefault(("", name), *paths)
    return index
