"""Clues: what detectors look for in the project's own files. `conclude` says what they prove.

A vendored or generated file never gives a clue, and neither does a string, a comment, a local
module or a name that merely begins alike.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.notebooks import Notebook
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Import, SourceFile
from mlops_platform.core.shell_words import programs

OWN = (Role.SOURCE, Role.TEST, Role.EXAMPLE, Role.DOCS)
"""The roles of the project's own files, in the order in which evidence shows them."""

WORK = (Role.SOURCE, Role.EXAMPLE)
"""The roles of files that do the project's work; tests and documentation speak of it."""


class Clue(NamedTuple):
    """One place that speaks for a technology, with the role of its file."""

    role: Role
    place: Evidence
    is_optional: bool = False


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


def imported(reading: Reading, *modules: str) -> tuple[Clue, ...]:
    """Find imports of these modules or of what lies in them; a local module is something else."""
    return tuple(
        Clue(file.role, place_in(file, notebook, item.line), item.is_guarded)
        for file, notebook in own_code(reading)
        for item in file.imports
        if is_foreign(item) and is_under(dotted(item), modules)
    )


def called(reading: Reading, *names: str) -> tuple[Clue, ...]:
    """Find calls of these resolved names, or of what lies in them.

    Only in files that import their package from outside the repository.
    """
    return tuple(
        Clue(file.role, place_in(file, notebook, line))
        for file, notebook in own_code(reading)
        for line in foreign_calls(file, names)
    )


def named(reading: Reading, *names: str) -> tuple[Clue, ...]:
    """Find imports and calls of these names."""
    return (*imported(reading, *names), *called(reading, *names))


def declared(reading: Reading, *distributions: str) -> tuple[Evidence, ...]:
    """Find requirements by normalised name; `azureml-*` takes all that begin so."""
    return tuple(
        Evidence(path=requirement.path, line=requirement.line)
        for manifest in reading.manifests.manifests
        for requirement in manifest.dependencies
        if any(fnmatchcase(requirement.name, pattern) for pattern in distributions)
    )


def filed(reading: Reading, *patterns: str) -> tuple[Clue, ...]:
    """Find files by name (`dvc.yaml`, `*.dvc`) or by the end of their path (`.dvc/config`)."""
    pattern = _path_pattern(patterns)
    return tuple(
        Clue(file.role, Evidence(path=file.path))
        for file in reading.repository.files
        if file.role in OWN and pattern.search(file.path)
    )


def commanded(reading: Reading, *starts: str) -> tuple[Clue, ...]:
    """Find commands that begin with these words; those of a README are documentation, not work."""
    wanted = [tuple(start.split()) for start in starts]
    return tuple(
        Clue(role, place)
        for text, role, place in _commands(reading)
        if any(words[: len(start)] == start for words in programs(text) for start in wanted)
    )


def configured(reading: Reading, kind: str, *names: str) -> tuple[Clue, ...]:
    """Find headings of settings files by kind and name; `tool.ruff` takes its sub-tables along."""
    return tuple(
        Clue(setting.role, Evidence(path=setting.path, line=setting.line))
        for setting in reading.tool_settings.settings
        if setting.kind == kind and any(fnmatchcase(setting.name, name) for name in names)
    )


def automated(reading: Reading, system: str) -> tuple[Clue, ...]:
    """Find the pipeline files of one CI system."""
    return tuple(
        Clue(Role.SOURCE, Evidence(path=file.path))
        for file in reading.automation.pipelines
        if file.system == system
    )


def deployed(reading: Reading, *images: str) -> tuple[Clue, ...]:
    """Find container images in Dockerfiles and compose files, by the name without its tag."""
    found = [
        (text.split()[0], Evidence(path=file.path, line=line))
        for file in reading.automation.dockerfiles
        for keyword, text, line in file.instructions
        if keyword == "FROM" and text.split()
    ]
    found += [
        (image, Evidence(path=file.path))
        for file in reading.automation.compose_files
        for _, image in file.services
    ]
    return tuple(
        Clue(Role.SOURCE, place)
        for image, place in found
        if any(fnmatchcase(image.partition("@")[0].partition(":")[0], name) for name in images)
    )


def dotted(item: Import) -> str:
    """Return the full dotted name that an import statement brings in."""
    return f"{item.module}.{item.name}" if item.name else item.module


def is_foreign(item: Import) -> bool:
    """Tell an import from outside the repository."""
    return not item.is_local and item.level == 0


def is_under(name: str, roots: Iterable[str]) -> bool:
    """Tell whether a dotted name is one of `roots` or lies in one."""
    return any(name == root or name.startswith(root + ".") for root in roots)


def foreign_calls(file: SourceFile, names: tuple[str, ...]) -> list[int]:
    """Return the lines that call these names, if their package is no module of the repository."""
    packages = {name.partition(".")[0] for name in names}
    outside = {item.module.partition(".")[0] for item in file.imports if is_foreign(item)}
    if not packages & outside:
        return []
    return [call.line for call in file.calls if is_under(call.name, names)]


def _commands(reading: Reading) -> Iterator[tuple[str, Role, Evidence]]:
    for command in reading.commands.commands:
        role = Role.DOCS if command.source == "readme" else Role.SOURCE
        yield command.command, role, Evidence(path=command.path, line=command.line)
    for file, notebook in own_code(reading):
        for text, line in notebook.shell_lines if notebook else ():
            yield text.lstrip("!%"), file.role, place_in(file, notebook, line)


def _path_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(
        re.escape(pattern).replace(r"\*", "[^/]*").replace(r"\?", "[^/]") for pattern in patterns
    )
    return re.compile(rf"(?:^|/)(?:{joined})$")
