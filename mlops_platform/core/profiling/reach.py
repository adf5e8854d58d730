"""What happens when a file is started: local calls followed through the files of the repository.

Functions are followed by name, without values: a method of an unknown value may be any method of
that name in the files that the start imports (class hierarchy analysis). Good enough to tell which
script leads to training; no data is followed.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.local_names import LocalNames, Scope
from mlops_platform.core.profiling.subcommands import Subcommands

STARTED = ("", "__main__")
"""Scopes that run when a file is started as a script."""

MOST_NAMESAKES = 8
"""A method name that more classes share says too little about which one is called."""


class Visit(NamedTuple):
    """One reached scope, and how many files lie between it and the start.

    `is_certain` is False where only a method's name led here.
    """

    scope: Scope
    hops: int
    is_certain: bool


class _Ways(NamedTuple):
    """Where one scope leads: by its calls to known scopes, and by the name of a method alone.

    `inner` are plain functions that it defines, which may be handed on: `fmin(fn=objective)`.
    """

    targets: tuple[Scope, ...]
    methods: tuple[str, ...]
    inner: tuple[Scope, ...]


class Program:
    """The project's own files, indexed for following calls."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._names = LocalNames(files)
        self.files: Mapping[str, SourceFile] = self._names.files
        self._closures: dict[str, frozenset[str]] = {}
        self._ways: dict[Scope, _Ways] = {}

    @cached_property
    def subcommands(self) -> Subcommands:
        """The commands of programs that hold several."""
        return Subcommands(self._names)

    @cached_property
    def calls(self) -> Mapping[Scope, list[Call]]:
        """The calls of every scope, in order."""
        found: dict[Scope, list[Call]] = {}
        for file in self.files.values():
            by_scope: dict[str, list[Call]] = {}
            for call in file.calls:
                by_scope.setdefault(call.scope, []).append(call)
            found |= {Scope(file.path, name): calls for name, calls in by_scope.items()}
        return found

    def reach(
        self, path: str, scopes: Iterable[str] = STARTED, others: Iterable[Scope] = ()
    ) -> Iterator[Visit]:
        """Yield every scope that starting these scopes of a file can lead to, nearest first.

        `others` are scopes of other files that it starts by other ways than calls.
        """
        started = (*(Scope(path, name) for name in scopes), *others)
        queue = deque(Visit(each, int(each.path != path), is_certain=True) for each in started)
        seen = {visit.scope for visit in queue}
        asked: set[str] = set()
        while queue:
            visit = queue.popleft()
            yield visit
            ways = self._ways_from(visit.scope)
            fresh = [name for name in ways.methods if name not in asked]
            asked.update(fresh)
            namesakes = (s for name in fresh for s in self._namesakes(name, path))
            guessed = (*ways.inner, *namesakes)
            for is_certain, targets in ((visit.is_certain, ways.targets), (False, guessed)):
                for target in targets:
                    if target not in seen:
                        seen.add(target)
                        further = visit.hops + (target.path != path)
                        queue.append(Visit(target, further, is_certain))

    def handed_on(self, file: SourceFile) -> tuple[Scope, ...]:
        """Return the functions of other files that a file mentions and does not call itself."""
        called = {call.name for call in file.calls}
        names = [name for name in file.mentioned if name not in called]
        found = (scope for name in names for scope in self._names.targets(file, name))
        return tuple(dict.fromkeys(found))

    def home_of_variable(self, file: SourceFile, name: str) -> SourceFile | None:
        """Return the other file that makes what a file imports by this name, where it is a value.

        A model that a module makes and another one fits: `from models import pipeline`.
        """
        home = self._names.home(file.path, name) if "." in name else None
        if home is None or home.path == file.path or "." in home.name:
            return None
        return None if self._names.scopes(home.path, home.name) else self.files[home.path]

    def imported_files(self, path: str) -> tuple[str, ...]:
        """Return the local files that a file imports, in order."""
        return self._names.imported_files(path)

    def reached_files(self, path: str) -> list[SourceFile]:
        """Return the files that a file imports, and those that they import, by path."""
        return [self.files[each] for each in sorted(self._closure(path))]

    def importers(self) -> Mapping[str, tuple[str, ...]]:
        """Return the files that import each file."""
        found: dict[str, list[str]] = {}
        for path in self.files:
            for target in self.imported_files(path):
                found.setdefault(target, []).append(path)
        return {path: tuple(importing) for path, importing in found.items()}

    def leading_to(self, paths: Iterable[str]) -> frozenset[str]:
        """Return these files and all that import them, however far."""
        importers = self.importers()
        queue = list(paths)
        seen = set(queue)
        for path in queue:
            fresh = [other for other in importers.get(path, ()) if other not in seen]
            seen.update(fresh)
            queue += fresh
        return frozenset(seen)

    def _ways_from(self, scope: Scope) -> _Ways:
        if scope not in self._ways:
            file = self.files[scope.path]
            names = dict.fromkeys(call.name for call in self.calls.get(scope, ()))
            targets = [t for name in names for t in self._names.targets(file, name)]
            methods = [name[1:] for name in names if name[1:] in self._names.methods]
            guessed = (m for m in methods if f".{m}" in names)
            inner = self._names.inner_functions(scope)
            self._ways[scope] = _Ways(tuple(dict.fromkeys(targets)), tuple(guessed), inner)
        return self._ways[scope]

    def _namesakes(self, method: str, start: str) -> list[Scope]:
        within = self._closure(start)
        found = [scope for scope in self._names.methods[method] if scope.path in within]
        return found if len(found) <= MOST_NAMESAKES else []

    def _closure(self, path: str) -> frozenset[str]:
        if path not in self._closures:
            seen = {path}
            queue = [path]
            for current in queue:
                if current in self._closures:
                    seen |= self._closures[current]
                    continue
                fresh = [other for other in self.imported_files(current) if other not in seen]
                seen.update(fresh)
                queue += fresh
            self._closures[path] = frozenset(seen)
        return self._closures[path]
