"""What automates the repository: CI pipelines, Dockerfiles and compose files, read as text."""

from typing import NamedTuple

from mlops_platform.core.ports import UnreadFile


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
