"""What happens when a file is started: local calls followed through the files of the repository.

Functions are followed by name, without values: a method of an unknown value may be any method of
that name in the files that the start imports (class hierarchy analysis). Good enough to tell which
script leads to training; no data is followed.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.local_names import LocalNames, Scope

STARTED = ("", "__main__")
"""Scopes that run when a file is started as a script."""

MOST_NAMESAKES = 8
"""A method name that more classes share says too little about which one is called."""


class Step(NamedTuple):
    """One reached call: where it stands, and how many files lie between it and the start.

    `is_certain` is False where only a method's name led here.
    """

    file: SourceFile
    call: Call
    hops: int
    is_certain: bool = True


class Program:
    """The project's own files, indexed for following calls."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._names = LocalNames(files)
        self.files: Mapping[str, SourceFile] = self._names.files
        self._closures: dict[str, frozenset[str]] = {}
        self._calls: dict[Scope, list[Call]] = {}
        for file in self.files.values():
            for call in file.calls:
                self._calls.setdefault(Scope(file.path, call.scope), []).append(call)

    def reach(self, path: str, scopes: Iterable[str] = STARTED) -> Iterator[Step]:
        """Yield every call that starting these scopes of a file can lead to, nearest first."""
        queue = deque((Scope(path, name), 0, True) for name in scopes)
        seen = {scope for scope, _, _ in queue}
        while queue:
            scope, hops, is_certain = queue.popleft()
            file = self.files[scope.path]
            for call in self._calls.get(scope, ()):
                yield Step(file, call, hops, is_certain)
                known = self._names.targets(file, call.name)
                for target in known or self._namesakes(call.name, path):
                    if target not in seen:
                        seen.add(target)
                        further = hops + (target.path != path)
                        queue.append((target, further, is_certain and bool(known)))

    def imported_files(self, path: str) -> tuple[str, ...]:
        """Return the local files that a file imports, in order."""
        return self._names.imported_files(path)

    def importers(self) -> Mapping[str, int]:
        """Return how many files import each file."""
        counts: dict[str, int] = {}
        for path in self.files:
            for target in self.imported_files(path):
                counts[target] = counts.get(target, 0) + 1
        return counts

    def _namesakes(self, name: str, start: str) -> list[Scope]:
        methods = self._names.methods.get(name[1:], ()) if name.startswith(".") else ()
        if not methods:
            return []
        within = self._closure(start)
        found = [scope for scope in methods if scope.path in within]
        return found if len(found) <= MOST_NAMESAKES else []

    def _closure(self, path: str) -> frozenset[str]:
        if path not in self._closures:
            seen = {path}
            queue = [path]
            for current in queue:
                fresh = [other for other in self.imported_files(current) if other not in seen]
                seen.update(fresh)
                queue += fresh
            self._closures[path] = frozenset(seen)
        return self._closures[path]
