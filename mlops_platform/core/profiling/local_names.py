"""Which function of the repository a dotted name means, seen from one of its files.

A neighbour comes before a file of the same name elsewhere; packages hand on what they import; a
method means also those that override it. Making an object runs what nobody calls by name: its
`__init__`, its properties, and all methods of a class that a library may call back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Definition, Import, SourceFile

DEEPEST_HAND_ON = 4
"""Packages that import from packages that import …: circles end here."""

PLAIN_BASES = frozenset({"object", "abc.ABC", "typing.Protocol", "typing.Generic"})
"""They call no method of the classes that inherit from them."""

PLAIN_WRAPPERS = ("dataclass", "attr.s", "attrs.define", "attrs.frozen", "total_ordering")
PLAIN_DECORATORS = frozenset({"staticmethod", "classmethod", "abc.abstractmethod"})


class Scope(NamedTuple):
    """One function, or the top level (""), of one file."""

    path: str
    name: str


class LocalNames:
    """The definitions of a repository's own files, found by name."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self.files: Mapping[str, SourceFile] = {file.path: file for file in files}
        self._modules = _modules(self.files.values())
        self._imported: dict[str, tuple[str, ...]] = {}
        self._importing: dict[str, dict[str | None, list[Import]]] = {}
        self._inner: dict[str, defaultdict[str, list[str]]] = {}
        self._definitions = {
            file.path: {entry.name: entry for entry in file.definitions}
            for file in self.files.values()
        }
        self._partials = {file.path: dict(file.partials) for file in self.files.values()}
        self._subclasses = _subclasses(self.files.values())
        self.methods = _methods(self.files.values())

    def targets(self, file: SourceFile, name: str) -> tuple[Scope, ...]:
        """Return the scopes that calling a name in a file runs; () for what is not local."""
        if name.startswith("."):
            return ()
        own = self.scopes(file.path, name)
        if own:
            return own
        parts = name.split(".")
        for cut in range(len(parts) - 1, 0, -1):
            target = self._module_file(file.path, ".".join(parts[:cut]))
            if target:
                return self.scopes(target, ".".join(parts[cut:]))
        return ()

    def home(self, path: str, name: str) -> Scope | None:
        """Return the file and own name of what a name of a file's top level stands for."""
        parts = name.split(".")
        if len(parts) == 1:
            return Scope(path, name)
        for cut in range(len(parts) - 1, 0, -1):
            target = self._module_file(path, ".".join(parts[:cut]))
            if target:
                return self._origin(target, ".".join(parts[cut:]), DEEPEST_HAND_ON)
        return None

    def _origin(self, path: str, name: str, depth: int) -> Scope:
        """Follow a name through the packages that hand it on."""
        entries = (entry for entry in self._handing_on(path, name) if entry.name == name)
        for target in (self._imported_file(path, entry) for entry in entries):
            if target and target != path and depth:
                return self._origin(target, name, depth - 1)
        return Scope(path, name)

    def inner_functions(self, scope: Scope) -> tuple[Scope, ...]:
        """Return the functions without a decorator that a function defines inside itself."""
        if scope.path not in self._inner:
            self._inner[scope.path] = _inner_functions(self._definitions[scope.path])
        return tuple(Scope(scope.path, name) for name in self._inner[scope.path][scope.name])

    def imported_files(self, path: str) -> tuple[str, ...]:
        """Return the files of the repository that a file imports, in order."""
        if path not in self._imported:
            found = (self._imported_file(path, entry) for entry in self.files[path].imports)
            self._imported[path] = tuple(sorted({t for t in found if t and t != path}))
        return self._imported[path]

    def scopes(self, path: str, name: str, depth: int = 0) -> tuple[Scope, ...]:
        """Return what a name of a file's top level runs, through what the file itself imports."""
        found = self._definitions[path].get(name)
        if found is not None:
            return self._runs(path, found)
        if name in self._partials[path]:
            return (Scope(path, self._partials[path][name]),)
        owner = self._definitions[path].get(name.rpartition(".")[0])
        if owner is not None and owner.kind == "class":
            if set(owner.bases) <= {"object"} and not self._is_called_back(path, owner):
                return ()  # a value that it keeps: `self.network(x)` makes no object of it
            # A method that the class inherits may call any of its own.
            return (Scope(path, owner.name), *self._methods_of(path, owner))
        handed = self._handed_on(path, name, depth) if depth < DEEPEST_HAND_ON else ()
        if handed or "." not in name:
            return handed
        return self.scopes(path, name.rpartition(".")[0], depth)

    def _runs(self, path: str, found: Definition) -> tuple[Scope, ...]:
        if found.kind == "class":
            inside = self._methods_of(path, found)
            if not self._is_called_back(path, found):
                inside = tuple(each for each in inside if self._runs_unasked(path, found, each))
            return (Scope(path, found.name), *inside)
        owner, _, method = found.name.rpartition(".")
        overriding = (
            Scope(other, f"{subclass}.{method}")
            for other, subclass in self._subclasses.get(owner.rpartition(".")[2], ())
            if f"{subclass}.{method}" in self._definitions[other]
        )
        return (Scope(path, found.name), *overriding)

    def _methods_of(self, path: str, owner: Definition) -> tuple[Scope, ...]:
        inside = (n for n in self._definitions[path] if n.startswith(f"{owner.name}."))
        return tuple(Scope(path, name) for name in inside)

    def _is_called_back(self, path: str, made: Definition) -> bool:
        """Tell whether a base comes from a library, or what wraps the class."""
        if any(not name.endswith(PLAIN_WRAPPERS) for name in made.decorators):
            return True
        bases = (base for base in made.bases if base not in PLAIN_BASES)
        return any(not self.targets(self.files[path], base) for base in bases)

    def _runs_unasked(self, path: str, owner: Definition, scope: Scope) -> bool:
        """Tell whether a method is not one that runs only where its name is called."""
        method = scope.name.removeprefix(f"{owner.name}.").partition(".")[0]
        is_special = method.startswith("__") and method.endswith("__")
        told = self._definitions[path].get(f"{owner.name}.{method}")
        is_decorated = told is not None and not PLAIN_DECORATORS.issuperset(told.decorators)
        return is_special or is_decorated or method not in self._called_methods

    @cached_property
    def _called_methods(self) -> frozenset[str]:
        names = (call.name for file in self.files.values() for call in file.calls)
        return frozenset(name.rpartition(".")[2] for name in names if "." in name)

    def _handed_on(self, path: str, name: str, depth: int) -> tuple[Scope, ...]:
        first, _, rest = name.partition(".")
        for entry in self._handing_on(path, first):
            target = self._imported_file(path, entry)
            if target and target != path:
                wanted = name if not target.endswith(f"/{first}.py") else rest or first
                found = self.scopes(target, wanted, depth + 1)
                if found:
                    return found
        return ()

    def _handing_on(self, path: str, name: str) -> Iterable[Import]:
        """Return the imports of a file's top level that may bring in a name."""
        if path not in self._importing:
            index: dict[str | None, list[Import]] = {}
            for entry in self.files[path].imports:
                if not entry.scope:
                    index.setdefault(entry.name, []).append(entry)
            self._importing[path] = index
        index = self._importing[path]
        return (*index.get(name, ()), *index.get("*", ()))

    def _imported_file(self, path: str, entry: Import) -> str | None:
        names = (f"{entry.module}.{entry.name}" if entry.module else entry.name or "", entry.module)
        folder = path.rpartition("/")[0]
        for _ in range(entry.level - 1):
            folder = folder.rpartition("/")[0]
        for name in names:
            found = self._modules.get((folder, name))
            found = found or (None if entry.level else self._module_file(path, name))
            if found:
                return found
        return None

    def _module_file(self, path: str, name: str) -> str | None:
        near = self._modules.get((path.rpartition("/")[0], name))
        return near or self._modules.get(("", name))


def _modules(files: Iterable[SourceFile]) -> dict[tuple[str, str], str]:
    """Index files by (folder they are imported from, dotted name); "" holds what is unambiguous."""
    index: dict[tuple[str, str], str] = {}
    plain: dict[str, list[str]] = {}
    for file in files:
        parts = file.path.removesuffix(".py").removesuffix("/__init__").split("/")
        for cut in range(len(parts)):
            name = ".".join(parts[cut:])
            index[("/".join(parts[:cut]), name)] = file.path
            plain.setdefault(name, []).append(file.path)
    for name, paths in plain.items():
        if len(paths) == 1:
            index.setdefault(("", name), paths[0])
    return index


def _methods(files: Iterable[SourceFile]) -> dict[str, list[Scope]]:
    found: dict[str, list[Scope]] = {}
    for file in files:
        for entry in file.definitions:
            if "." in entry.name:
                scope = Scope(file.path, entry.name)
                found.setdefault(entry.name.rpartition(".")[2], []).append(scope)
    return found


def _inner_functions(definitions: Mapping[str, Definition]) -> defaultdict[str, list[str]]:
    """Return the plain functions inside each function of a file."""
    found = defaultdict[str, list[str]](list)
    for name, entry in definitions.items():
        owner = definitions.get(name.rpartition(".")[0])
        is_inside = owner is not None and owner.kind != "class"
        if owner and is_inside and entry.kind != "class" and not entry.decorators:
            found[owner.name].append(name)
    return found


def _subclasses(files: Iterable[SourceFile]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for file in files:
        for entry in file.definitions:
            for parent in entry.bases if entry.kind == "class" else ():
                found.setdefault(parent.rpartition(".")[2], []).append((file.path, entry.name))
    return found
