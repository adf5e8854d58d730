"""Clues: what detectors look for in the project's own files. `conclude` says what they prove.

A vendored or generated file never gives a clue, and neither does a string, a comment, a local
module or a name that merely begins alike.
"""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from packaging.utils import canonicalize_name

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.own_code import (
    OWN,
    foreign_calls,
    foreign_imports,
    own_code,
    place_in,
)
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.shell_words import programs


class Clue(NamedTuple):
    """One place that speaks for a technology, with the role of its file."""

    role: Role
    place: Evidence
    is_optional: bool = False


def imported(reading: Reading, *modules: str) -> tuple[Clue, ...]:
    """Find imports of these modules or of what lies in them; a local module is something else."""
    return tuple(
        Clue(file.role, place_in(file, notebook, item.line), item.is_guarded)
        for file, notebook, item in foreign_imports(reading, modules)
    )


def called(reading: Reading, *names: str) -> tuple[Clue, ...]:
    """Find calls of these resolved names, or of what lies in them."""
    return tuple(
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook, call in foreign_calls(reading, names)
    )


def named(reading: Reading, *names: str) -> tuple[Clue, ...]:
    """Find imports and calls of these names."""
    return (*imported(reading, *names), *called(reading, *names))


def declared(reading: Reading, *distributions: str) -> tuple[Evidence, ...]:
    """Find requirements by normalised name; `azureml-*` takes all that begin so.

    A repository that makes the distribution itself does not declare it.
    """
    own = {canonicalize_name(m.package_name) for m in reading.manifests.manifests if m.package_name}
    return tuple(
        Evidence(path=requirement.path, line=requirement.line)
        for manifest in reading.manifests.manifests
        for requirement in manifest.dependencies
        if requirement.name not in own
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
        (service.image, Evidence(path=file.path))
        for file in reading.automation.compose_files
        for service in file.services
    ]
    return tuple(
        Clue(Role.SOURCE, place)
        for image, place in found
        if any(fnmatchcase(image.partition("@")[0].partition(":")[0], name) for name in images)
    )


def _commands(reading: Reading) -> Iterator[tuple[str, Role, Evidence]]:
    for command in reading.commands.commands:
        role = Role.DOCS if command.source == "readme" else Role.SOURCE
        yield command.command, role, Evidence(path=command.path, line=command.line)
    for pipeline in reading.automation.pipelines:
        for text, line in pipeline.commands:
            yield text, Role.SOURCE, Evidence(path=pipeline.path, line=line)
    for file, notebook in own_code(reading):
        for text, line in notebook.shell_lines if notebook else ():
            yield text.lstrip("!%"), file.role, place_in(file, notebook, line)


def _path_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(
        re.escape(pattern).replace(r"\*", "[^/]*").replace(r"\?", "[^/]") for pattern in patterns
    )
    return re.compile(rf"(?:^|/)(?:{joined})$")
