"""The project's own code, and what it imports from outside the repository."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.notebooks import Notebook
from mlops_platform.core.facts.one_reading import OneReading
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Call, Import, SourceFile

OWN = (Role.SOURCE, Role.TEST, Role.EXAMPLE, Role.DOCS)
"""The roles of the project's own files, in the order in which evidence shows them."""

WORK = (Role.SOURCE, Role.EXAMPLE)
"""The roles of files that do the project's work; tests and documentation speak of it."""


class ForeignImport(NamedTuple):
    """One import from outside the repository, and the file or notebook that holds it."""

    file: SourceFile
    notebook: Notebook | None
    item: Import


def own_code(reading: Reading) -> Iterator[tuple[SourceFile, Notebook | None]]:
    """Give every Python file and notebook of the project's own."""
    for file in reading.code.files:
        if file.role in OWN:
            yield file, None
    for notebook in reading.notebooks.notebooks:
        if notebook.code is not None and notebook.code.role in OWN:
            yield notebook.code, notebook


def place_in(file: SourceFile, notebook: Notebook | None, line: int) -> Evidence:
    """Say where a line of code stands; in a notebook by cell and the line within it."""
    if notebook is None:
        return Evidence(path=file.path, line=line)
    index = max(0, bisect_right(notebook.cell_starts, line) - 1)
    start, cell = notebook.cell_starts[index], notebook.cell_numbers[index]
    return Evidence(path=notebook.path, cell=cell, line=max(1, line - start + 1))


def foreign_imports(reading: Reading, modules: Iterable[str]) -> Iterator[ForeignImport]:
    """Give the imports of these modules, or of what lies in them, from outside the repository."""
    wanted = tuple(modules)
    by_package = _by_package(OneReading(reading))
    for package in dict.fromkeys(_package(module) for module in wanted):
        for entry in by_package.get(package, ()):
            if is_under(dotted(entry.item), wanted):
                yield entry


def foreign_calls(
    reading: Reading, names: Iterable[str]
) -> Iterator[tuple[SourceFile, Notebook | None, Call]]:
    """Give the calls of these names, or of what lies in them, where their package is foreign."""
    wanted = tuple(names)
    packages = {_package(name) for name in wanted}
    users = {e.file.path: (e.file, e.notebook) for e in foreign_imports(reading, packages)}
    for file, notebook in users.values():
        for call in file.calls:
            if is_under(call.name, wanted):
                yield file, notebook, call


def foreign_packages(file: SourceFile) -> frozenset[str]:
    """Return the top-level packages that a file imports from outside the repository."""
    return frozenset(_package(item.module) for item in file.imports if is_foreign(item))


def dotted(item: Import) -> str:
    """Return the full dotted name that an import statement brings in."""
    return f"{item.module}.{item.name}" if item.name else item.module


def is_foreign(item: Import) -> bool:
    """Tell an import from outside the repository."""
    return not item.is_local and item.level == 0


def is_under(name: str, roots: Iterable[str]) -> bool:
    """Tell whether a dotted name is one of `roots` or lies in one."""
    return any(name == root or name.startswith(root + ".") for root in roots)


def _package(name: str) -> str:
    return name.partition(".")[0]


@lru_cache(maxsize=1)
def _by_package(one: OneReading) -> Mapping[str, list[ForeignImport]]:
    found: dict[str, list[ForeignImport]] = {}
    for file, notebook in own_code(one.reading):
        for item in file.imports:
            if is_foreign(item):
                entry = ForeignImport(file, notebook, item)
                found.setdefault(_package(item.module), []).append(entry)
    return found
