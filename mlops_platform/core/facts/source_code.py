"""The source index: one parse per file, and what the project's code imports, calls and takes.

Vendored and generated files are not the project's own code and are left out. No flow is followed.
"""

import ast
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.python.command_line_arguments import read_arguments
from mlops_platform.core.facts.python.command_words import read_command_words
from mlops_platform.core.facts.python.environment_variables import read_environment_variables
from mlops_platform.core.facts.python.literals import safe_text
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.python.module_work import works_at_import
from mlops_platform.core.facts.python.search_paths import read_search_paths
from mlops_platform.core.facts.python.source_file import (
    Argument,
    Call,
    Definition,
    Import,
    SourceFile,
)
from mlops_platform.core.facts.python.source_visit import SourceVisit
from mlops_platform.core.facts.python.syntax import UnparsableError, parse, quiet_parsing
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.spread import in_parts
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_bytes

__all__ = [
    "Argument",
    "Call",
    "Definition",
    "Import",
    "SourceCodeFacts",
    "SourceFile",
    "index_source",
    "joined_source_code",
    "read_source_code",
    "source_code_parts",
]
NOT_OWN = frozenset({Role.VENDORED, Role.GENERATED})
LONGEST_DOCSTRING = 2000


PART_FILES = 8


class SourceCodeFacts(NamedTuple):
    """All parsed Python files by path, and those that could not be parsed."""

    files: tuple[SourceFile, ...]
    unparsed: tuple[UnreadFile, ...]


def read_source_code(
    checkout: Checkout, repository: RepositoryFacts, paths: Collection[str] | None = None
) -> SourceCodeFacts:
    """Index the project's own Python files, or only those of them that `paths` names."""
    return joined_source_code(part() for part in source_code_parts(checkout, repository, paths))


def source_code_parts(
    checkout: Checkout, repository: RepositoryFacts, paths: Collection[str] | None = None
) -> list[Callable[[], SourceCodeFacts]]:
    """Cut the same reading into parts, by path, that need not be done in order."""
    modules = LocalModules.of(repository)
    own = [each for each in repository.files if _is_own(each)]
    chosen = own if paths is None else [each for each in own if each.path in paths]
    return in_parts(partial(_read_part, checkout, modules), chosen, PART_FILES)


def joined_source_code(parts: Iterable[SourceCodeFacts]) -> SourceCodeFacts:
    """Put the parts of a reading together, in their order."""
    every = tuple(parts)
    return SourceCodeFacts(
        files=tuple(file for part in every for file in part.files),
        unparsed=tuple(file for part in every for file in part.unparsed),
    )


def index_source(source: bytes | str, path: str, role: Role, modules: LocalModules) -> SourceFile:
    """Parse one file's content and visit it once. Raises UnparsableError."""
    tree = parse(source)
    try:
        return _indexed(tree, source, path, role, modules)
    except (RecursionError, MemoryError):
        raise UnparsableError("nested too deeply to be read") from None


def _read_part(
    checkout: Checkout, modules: LocalModules, part: Sequence[TrackedFile]
) -> SourceCodeFacts:
    with quiet_parsing():
        found = [_read(checkout, tracked, modules) for tracked in part]
    return SourceCodeFacts(
        files=tuple(each for each in found if isinstance(each, SourceFile)),
        unparsed=tuple(each for each in found if isinstance(each, UnreadFile)),
    )


def _is_own(tracked: TrackedFile) -> bool:
    return tracked.path.endswith((".py", ".pyw")) and tracked.role not in NOT_OWN


def _read(
    checkout: Checkout, tracked: TrackedFile, modules: LocalModules
) -> SourceFile | UnreadFile:
    source = read_bytes(checkout, tracked.path, TEXT_BYTES)
    if isinstance(source, UnreadFile):
        return source
    try:
        return index_source(source, tracked.path, tracked.role, modules)
    except UnparsableError as error:
        return UnreadFile(path=tracked.path, reason=str(error))


def _indexed(
    tree: ast.Module, source: bytes | str, path: str, role: Role, modules: LocalModules
) -> SourceFile:
    visit = SourceVisit(modules.package(path), watches_arguments=_mentions(source, "argv"))
    visit.visit(tree)
    notes = visit.notes
    search_paths = read_search_paths(notes, path, modules)
    imports = modules.tell_local(path, notes.imports, search_paths)
    return SourceFile(
        path=path,
        module=modules.module(path),
        role=role,
        lines=_lines(source),
        docstring=safe_text((ast.get_docstring(tree) or "")[:LONGEST_DOCSTRING]),
        imports=imports,
        calls=tuple(sorted(notes.calls, key=lambda call: call.line)),
        definitions=tuple(sorted(notes.definitions, key=lambda entry: entry.line)),
        arguments=read_arguments(notes),
        strings=tuple(sorted(notes.strings, key=lambda entry: entry[1])),
        main_line=visit.main_line,
        module_level_work=works_at_import(visit.names, tree.body),
        environment_variables=read_environment_variables(notes),
        search_paths=search_paths,
        command_words=read_command_words(notes),
        mentioned=_mentioned(visit, imports),
        partials=_partials(visit),
        asserts=_mentions(source, "assert"),
    )


def _partials(visit: SourceVisit) -> tuple[tuple[str, str], ...]:
    """Return the names that `functools.partial` gives functions of the file."""
    own = {entry.name for entry in visit.notes.definitions if entry.kind != "class"}
    made = (name for name, value in visit.notes.assigned.items() if type(value) is ast.Call)
    bound = ((name, visit.names.module.get(name)) for name in made if name not in own)
    return tuple((name, value) for name, value in bound if isinstance(value, str) and value in own)


def _mentioned(visit: SourceVisit, imports: tuple[Import, ...]) -> tuple[str, ...]:
    """Return what is imported from the repository and handed on, by its dotted name."""
    local = {each.name for each in imports if each.is_local and each.name}
    bound = (visit.names.module.get(name) for name in visit.notes.mentioned)
    dotted = {name for name in bound if isinstance(name, str)}
    return tuple(sorted(name for name in dotted if name.rpartition(".")[2] in local))


def _mentions(source: bytes | str, word: str) -> bool:
    return word in source if isinstance(source, str) else word.encode() in source


def _lines(source: bytes | str) -> int:
    if isinstance(source, str):
        source = source.encode("utf-8", "replace")
    return source.count(b"\n") + (not source.endswith(b"\n") and bool(source))
