"""Which file of the repository a command starts, and how it finds its modules."""

import posixpath
from collections.abc import Iterable, Iterator

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.shell_steps import is_python
from mlops_platform.core.profiling import start_commands
from mlops_platform.core.profiling.reach import STARTED

_LAUNCHERS = frozenset({"torchrun", "accelerate", "deepspeed", "spark-submit", "streamlit", "ray"})
_SOURCE_FOLDERS = (".", "src", "lib")


def started_file(arguments: tuple[str, ...], folder: str, facts: PlanningFacts) -> str | None:
    """Return the Python file that a command starts, None where it starts none of these files."""
    paths = facts.paths
    for spelling in _spellings(arguments, facts):
        for place in (posixpath.join(folder, spelling), spelling):
            path = posixpath.normpath(place)
            if path in paths:
                return path
    return None


def file_of(command: DocumentedCommand, facts: PlanningFacts) -> str | None:
    """Return the Python file that a command of the repository starts, None where it starts none."""
    return start_commands.started_file(
        command, facts.program.files, start_commands.console_scripts(facts.manifests)
    )


def trains(command: DocumentedCommand, facts: PlanningFacts) -> bool:
    """Tell whether a command of the repository starts what trains."""
    path = file_of(command, facts)
    return any(entry.path == path for entry in facts.profile.training_entry_points)


def is_module_run(arguments: tuple[str, ...]) -> bool:
    """Tell whether a command is `python -m …`."""
    return is_python(arguments[0]) and "-m" in arguments[1:3]


def import_paths(file: SourceFile, folder: str, facts: PlanningFacts, *, is_module: bool) -> str:
    """Return the folder that must be added to the import path, "" where none must be.

    A script sees its own folder, a module run the folder it is started from.
    """
    own = file.path.rpartition("/")[0]
    seen = folder.removeprefix(".") if is_module else own
    roots = facts.roots.that_resolve(file)
    if not roots and not is_module:
        roots = facts.roots.beside_its_folder(file)
    if not roots or seen in roots:
        return ""
    return roots[0] or "."


def reached_files(starts: Iterable[str], facts: PlanningFacts) -> tuple[SourceFile, ...]:
    """Return the files that starting these leads to through imports, themselves first."""
    found: dict[str, SourceFile] = {}
    queue = list(starts)
    for path in queue:
        file = source_of(facts, path)
        if file is None or path in found:
            continue
        found[path] = file
        if path in facts.program.files:
            queue += facts.program.imported_files(path)
        else:
            queue += _imported_by_name(file, facts)
    return tuple(found.values())


def started_scopes(
    starts: Iterable[str], files: Iterable[SourceFile], facts: PlanningFacts
) -> frozenset[tuple[str, str]]:
    """Return the scopes, by file and name, that starting surely runs: modules, main, calls."""
    scopes = {(file.path, "") for file in files}
    for path in starts:
        scopes |= {(path, scope) for scope in STARTED}
        if path in facts.program.files:
            visits = (visit for visit in facts.program.reach(path) if visit.is_certain)
            scopes |= {(visit.scope.path, visit.scope.name) for visit in visits}
    return frozenset(scopes)


def _imported_by_name(file: SourceFile, facts: PlanningFacts) -> list[str]:
    """Return the files that a notebook imports by their dotted names."""
    by_module = {each.module: each.path for each in facts.code.files if each.module}
    names = [name for e in file.imports for name in (e.module, f"{e.module}.{e.name}")]
    return [by_module[name] for name in names if name in by_module]


def _spellings(arguments: tuple[str, ...], facts: PlanningFacts) -> Iterator[str]:
    scripts = start_commands.console_scripts(facts.manifests)
    first = arguments[0]
    if first in scripts:
        yield from _module_files(scripts[first])
    if not (is_python(first) or first in _LAUNCHERS):
        return
    rest = list(arguments[1:])
    for position, word in enumerate(rest):
        if word == "-m" and position + 1 < len(rest):
            yield from _module_files(rest[position + 1])
            return
        if word.endswith(".py"):
            yield word
            return


def _module_files(module: str) -> Iterator[str]:
    path = module.replace(".", "/")
    for folder in _SOURCE_FOLDERS:
        yield from (
            posixpath.normpath(f"{folder}/{path}{ending}")
            for ending in (".py", "/__main__.py", "/__init__.py")
        )
