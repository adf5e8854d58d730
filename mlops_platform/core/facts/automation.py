"""What automates the repository: CI pipelines, Dockerfiles and compose files, read as text."""

import re
from typing import NamedTuple

from mlops_platform.core.facts.inventory.roles import FOREIGN
from mlops_platform.core.facts.pipelines.dockerfile import is_dockerfile_name, parse_dockerfile
from mlops_platform.core.facts.pipelines.pipeline_files import PipelineText, parse_pipeline
from mlops_platform.core.facts.pipelines.systems import pipeline_system
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.facts.text.documents import mapping_at, text_at
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.facts.text.yaml_documents import parse_yaml
from mlops_platform.core.ports import Checkout, UnreadFile

_COMPOSE = re.compile(r"(?:docker-)?compose[\w.-]*\.ya?ml|[\w-]+\.(?:docker-)?compose\.ya?ml")
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
    """One compose file: its services as (name, image or "")."""

    path: str
    services: tuple[tuple[str, str], ...]


class AutomationFacts(NamedTuple):
    """All of these by path."""

    pipelines: tuple[PipelineFile, ...]
    dockerfiles: tuple[Dockerfile, ...]
    compose_files: tuple[ComposeFile, ...]
    unread: tuple[UnreadFile, ...]


class _Reader:
    """Reads the automation of one checkout; keeps what was found and what could not be read."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self.pipelines: list[PipelineFile] = []
        self.dockerfiles: list[Dockerfile] = []
        self.compose_files: list[ComposeFile] = []
        self.unread: list[UnreadFile] = []

    def read(self, path: str) -> None:
        """Read one file that may be a pipeline, a Dockerfile or a compose file."""
        text = read_text(self.checkout, path)
        if isinstance(text, UnreadFile):
            self.unread.append(text)
        elif system := pipeline_system(path):
            self._add_pipeline(system, path, parse_pipeline(system, path, text))
        elif _is_compose(path):
            self._add_compose(path, text)
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
        services = mapping_at(documents[0].value, "services")
        if services:
            images = tuple((name, text_at(each, "image")) for name, each in services.items())
            self.compose_files.append(ComposeFile(path, images))


def read_automation(checkout: Checkout, repository: RepositoryFacts) -> AutomationFacts:
    """Read CI files where their systems look for them, Dockerfiles and compose files anywhere."""
    reader = _Reader(checkout)
    candidates = [
        file.path
        for file in repository.files
        if file.role not in FOREIGN and _is_automation(file.path)
    ]
    for path in candidates[:_MAX_FILES]:
        reader.read(path)
    rest = tuple(UnreadFile(path=path, reason="too many files") for path in candidates[_MAX_FILES:])
    return AutomationFacts(
        pipelines=tuple(reader.pipelines),
        dockerfiles=tuple(reader.dockerfiles),
        compose_files=tuple(reader.compose_files),
        unread=(*reader.unread, *rest),
    )


def _is_automation(path: str) -> bool:
    name = path.rpartition("/")[2]
    return bool(pipeline_system(path)) or is_dockerfile_name(name) or _is_compose(path)


def _is_compose(path: str) -> bool:
    return bool(_COMPOSE.fullmatch(path.rpartition("/")[2].lower()))
