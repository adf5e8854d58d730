"""What automates the repository: CI pipelines, Dockerfiles and compose files, read as text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.inventory.roles import FOREIGN
from mlops_platform.core.facts.pipelines.compose import ComposeService, compose_services
from mlops_platform.core.facts.pipelines.dockerfile import is_dockerfile_name, parse_dockerfile
from mlops_platform.core.facts.pipelines.image_builds import (
    dockerfiles_of_command,
    dockerfiles_of_inputs,
)
from mlops_platform.core.facts.pipelines.pipeline_files import PipelineText, parse_pipeline
from mlops_platform.core.facts.pipelines.systems import pipeline_system
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.facts.text.yaml_documents import parse_yaml

_COMPOSE = re.compile(r"(?:docker-)?compose[\w.-]*\.ya?ml|[\w-]+\.(?:docker-)?compose\.ya?ml")
_PROCESS = re.compile(r"[A-Za-z0-9_-]{1,60}:\s*(\S.*)")
_MAX_FILES = 500


class PipelineFile(NamedTuple):
    """One CI file. `commands` are single shell lines, `actions` what it reuses; both with lines.

    `system` is github_actions, gitlab_ci, azure_pipelines, circleci, jenkins, travis, bitbucket,
    drone, buildkite, appveyor, cirrus, google_cloud_build, aws_codebuild or woodpecker.
    """

    system: str
    path: str
    triggers: tuple[str, ...]
    commands: tuple[tuple[str, int], ...]
    actions: tuple[tuple[str, int], ...]


class Dockerfile(NamedTuple):
    """One Dockerfile. Every instruction as (keyword in capitals, its text joined, its line)."""

    path: str
    instructions: tuple[tuple[str, str, int], ...]


class ComposeFile(NamedTuple):
    """One compose file with its services."""

    path: str
    services: tuple[ComposeService, ...]


class Process(NamedTuple):
    """One line of a Procfile: what a platform starts."""

    path: str
    command: str
    line: int


class AutomationFacts(NamedTuple):
    """All of these by path."""

    pipelines: tuple[PipelineFile, ...]
    dockerfiles: tuple[Dockerfile, ...]
    compose_files: tuple[ComposeFile, ...]
    unread: tuple[UnreadFile, ...]
    processes: tuple[Process, ...] = ()

    @property
    def named_dockerfiles(self) -> tuple[str, ...]:
        """Return the Dockerfiles that only what builds them tells as such."""
        paths = (file.path for file in self.dockerfiles)
        return tuple(path for path in paths if not is_dockerfile_name(path.rpartition("/")[2]))


class _Reader:
    """Reads the automation of one checkout; keeps what was found and what could not be read."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self.pipelines: list[PipelineFile] = []
        self.dockerfiles: list[Dockerfile] = []
        self.compose_files: list[ComposeFile] = []
        self.unread: list[UnreadFile] = []
        self.named: list[str] = []
        self.processes: list[Process] = []

    def read(self, path: str) -> None:
        """Read one file that may be a pipeline, a Dockerfile or a compose file."""
        text = read_text(self.checkout, path)
        if isinstance(text, UnreadFile):
            self.unread.append(text)
        elif system := pipeline_system(path):
            self._add_pipeline(system, path, parse_pipeline(system, path, text))
            self.named += dockerfiles_of_inputs(text)
        elif _is_compose(path):
            self._add_compose(path, text)
        elif _is_procfile(path):
            found = ((n, _PROCESS.fullmatch(each.strip())) for n, each in _numbered(text))
            self.processes += [Process(path, match[1], n) for n, match in found if match]
        else:
            instructions = parse_dockerfile(text)
            if instructions:
                self.dockerfiles.append(Dockerfile(path, instructions))

    def _add_pipeline(
        self, system: str, path: str, found: PipelineText | UnreadFile | None
    ) -> None:
        if isinstance(found, UnreadFile):
            self.unread.append(found)
        elif found is not None:
            commands = tuple((each.command, each.line) for each in found.commands)
            self.pipelines.append(
                PipelineFile(system, path, found.triggers, commands, found.actions)
            )

    def _add_compose(self, path: str, text: str) -> None:
        documents = parse_yaml(path, text)
        if isinstance(documents, UnreadFile):
            self.unread.append(documents)
            return
        services = compose_services(path, documents[0])
        if services:
            self.compose_files.append(ComposeFile(path, services))
            self.named += [each.dockerfile for each in services]

    def read_named(self, paths: Iterable[str]) -> None:
        """Read what is a Dockerfile because a build names it, whatever its own name."""
        known = {file.path for file in self.dockerfiles}
        for path in sorted(set(paths) - known):
            text = read_text(self.checkout, path)
            if not isinstance(text, UnreadFile) and (instructions := parse_dockerfile(text)):
                self.dockerfiles.append(Dockerfile(path, instructions))
        self.dockerfiles.sort()


def read_automation(
    checkout: Checkout, repository: RepositoryFacts, commands: Iterable[tuple[str, str]] = ()
) -> AutomationFacts:
    """Read CI files where their systems look for them, Dockerfiles and compose files anywhere.

    Of `commands`, each with its folder, those count that build an image from a file they name.
    """
    reader = _Reader(checkout)
    reader.named += [path for each in commands for path in dockerfiles_of_command(*each)]
    candidates = [
        file.path
        for file in repository.files
        if file.role not in FOREIGN and _is_automation(file.path)
    ]
    for path in candidates[:_MAX_FILES]:
        reader.read(path)
    own = {file.path for file in repository.files if file.role not in FOREIGN}
    reader.read_named(own.intersection(reader.named).difference(candidates))
    rest = tuple(UnreadFile(path=path, reason="too many files") for path in candidates[_MAX_FILES:])
    return AutomationFacts(
        pipelines=tuple(reader.pipelines),
        dockerfiles=tuple(reader.dockerfiles),
        compose_files=tuple(reader.compose_files),
        unread=(*reader.unread, *rest),
        processes=tuple(reader.processes),
    )


def _is_automation(path: str) -> bool:
    name = path.rpartition("/")[2]
    is_known = is_dockerfile_name(name) or _is_compose(path) or _is_procfile(path)
    return is_known or bool(pipeline_system(path))


def _is_procfile(path: str) -> bool:
    return path.rpartition("/")[2] == "Procfile"


def _numbered(text: str) -> Iterable[tuple[int, str]]:
    return enumerate(text.split("\n"), 1)


def _is_compose(path: str) -> bool:
    return bool(_COMPOSE.fullmatch(path.rpartition("/")[2].lower()))
