"""CI files: when they run, what they run, and what they reuse; each with its line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.pipelines.jenkinsfile import parse_jenkinsfile
from mlops_platform.core.facts.pipelines.systems import is_pipeline
from mlops_platform.core.facts.text.documents import Document, Key, Value, at, mapping_at, text_at
from mlops_platform.core.facts.text.shell_text import CommandLine, commands_in
from mlops_platform.core.facts.text.yaml_documents import parse_yaml

_COMMAND_KEYS = {
    "github_actions": ("run",),
    "gitlab_ci": ("script", "before_script", "after_script"),
    "azure_pipelines": ("script", "bash", "powershell", "pwsh", "inlineScript"),
    "circleci": ("run", "command"),
    "travis": (
        "before_install install before_script script after_success after_failure after_script "
        "before_deploy".split()
    ),
    "bitbucket": ("script", "after-script"),
    "drone": ("commands",),
    "buildkite": ("command", "commands"),
    "appveyor": (
        "init install before_build build_script after_build before_test test_script after_test "
        "deploy_script on_success".split()
    ),
    "aws_codebuild": ("commands",),
    "woodpecker": ("commands",),
}
_ACTION_KEYS = {
    "github_actions": ("uses",),
    "gitlab_ci": ("image", "component"),
    "azure_pipelines": ("task", "template"),
    "circleci": ("orbs",),
    "bitbucket": ("pipe",),
    "drone": ("image",),
    "buildkite": ("plugins",),
    "google_cloud_build": ("name",),
    "woodpecker": ("image",),
}
# Inputs of a reused action are its own business: `run` and `script` in them are no commands.
_OPAQUE_KEYS = ("with", "env", "environment", "variables")
# Its inputs are the linters and formatters that it runs: `black: true`.
_RUNS_ITS_INPUTS = "wearerequired/lint-action@"
_OWN_INPUTS = re.compile(r"(\w+_)?auto_fix|commit|continue_on_error")
_NAMES_JOBS = ("github_actions", "gitlab_ci", "circleci")
_GITLAB_EVENT = re.compile(r"CI_PIPELINE_SOURCE\s*==\s*[\"'](\w+)[\"']")


class PipelineText(NamedTuple):
    """What one CI file says; commands and actions with their lines."""

    triggers: tuple[str, ...]
    commands: tuple[CommandLine, ...]
    actions: tuple[tuple[str, int], ...]


class _Place(NamedTuple):
    """A place in a document: its keys, and the folder and job that it lies in."""

    keys: tuple[Key, ...]
    folder: str
    job: str


def parse_pipeline(system: str, path: str, text: str) -> PipelineText | UnreadFile | None:
    """Read a CI file; None for a file that only lies where one could be."""
    if system == "jenkins":
        found = parse_jenkinsfile(text)
        return PipelineText(found.triggers, found.commands, ()) if found else None
    documents = parse_yaml(path, text)
    if isinstance(documents, UnreadFile):
        return documents
    parts = [_parsed(system, each) for each in documents if is_pipeline(system, path, each.value)]
    if not parts:
        return None
    return PipelineText(
        triggers=tuple(dict.fromkeys(trigger for part in parts for trigger in part.triggers)),
        commands=tuple(command for part in parts for command in part.commands),
        actions=tuple(action for part in parts for action in part.actions),
    )


def _parsed(system: str, document: Document) -> PipelineText:
    found = list(_walk(system, document, document.value, _Place((), _default_folder(document), "")))
    if system == "google_cloud_build":
        found += _cloud_build_commands(document)
    return PipelineText(
        triggers=tuple(_triggers(system, document)),
        commands=tuple(sorted((c for c in found if isinstance(c, CommandLine)), key=_line)),
        actions=tuple(a for a in found if not isinstance(a, CommandLine)),
    )


def _line(command: CommandLine) -> int:
    return command.line


def _walk(
    system: str, document: Document, value: Value, place: _Place
) -> Iterator[CommandLine | tuple[str, int]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            below = place._replace(keys=(*place.keys, index))
            yield from _walk(system, document, item, below)
    if not isinstance(value, dict):
        return
    folder = _folder(value) or place.folder
    if text_at(value, "uses").startswith(_RUNS_ITS_INPUTS):
        yield from _inputs_that_run(document, value, place._replace(folder=folder))
    for key, item in value.items():
        keys = (*place.keys, key)
        names_job = system in _NAMES_JOBS and place.keys in (("jobs",), ())
        job = key if names_job else place.job
        below = _Place(keys, folder, job)
        if key in _COMMAND_KEYS.get(system, ()) or (system == "cirrus" and key.endswith("script")):
            yield from _commands(document, item, below)
        elif key in _ACTION_KEYS.get(system, ()):
            yield from _actions(document, item, keys)
        if key not in _OPAQUE_KEYS:
            yield from _walk(system, document, item, below)


def _inputs_that_run(
    document: Document, value: dict[str, Value], place: _Place
) -> Iterator[CommandLine]:
    for tool, choice in mapping_at(value, "with").items():
        if choice in (True, "true") and not _OWN_INPUTS.fullmatch(tool):
            line = document.line(*place.keys, "with", tool) or 1
            yield CommandLine(tool, line, place.job, place.folder)


def _folder(value: dict[str, Value]) -> str:
    told = text_at(value, "working-directory") or text_at(value, "workingDirectory")
    told = told or text_at(value, "working_directory")
    told = told or text_at(value, "defaults", "run", "working-directory")
    return "" if "$" in told or told.startswith(("/", "~")) else told.strip("/").removeprefix("./")


def _default_folder(document: Document) -> str:
    return text_at(document.value, "defaults", "run", "working-directory") or "."


def _commands(document: Document, value: Value, place: _Place) -> Iterator[CommandLine]:
    if isinstance(value, list):
        block = document.line(*place.keys) or 1
        for index, item in enumerate(value):
            below = place._replace(keys=(*place.keys, index))
            for each in _commands(document, item, below):
                yield each._replace(block=block)
    elif isinstance(value, str):
        line = document.line(*place.keys) or 1
        for command, number in commands_in(value, line):
            yield CommandLine(command, number, place.job, place.folder, block=line)


def _actions(document: Document, value: Value, keys: tuple[Key, ...]) -> Iterator[tuple[str, int]]:
    if isinstance(value, str):
        yield value, document.line(*keys) or 1
    elif isinstance(value, dict):
        for key, item in value.items():
            name = item if isinstance(item, str) else key
            yield name, document.line(*keys, key) or 1
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _actions(document, item, (*keys, index))


def _triggers(system: str, document: Document) -> Iterator[str]:
    value = document.value
    if system == "github_actions":
        yield from _names(at(value, "on"))
    elif system == "azure_pipelines":
        yield from _azure_triggers(value)
    elif system == "gitlab_ci":
        yield from dict.fromkeys(_GITLAB_EVENT.findall(document.text)) or ("push",)
    elif system == "bitbucket":
        yield from mapping_at(value, "pipelines")
    elif system == "drone":
        yield from _names(at(value, "trigger", "event"))
    elif system in ("circleci", "travis", "appveyor", "cirrus"):
        yield "push"


def _names(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        yield from (each for each in value if isinstance(each, str))


def _azure_triggers(value: Value) -> Iterator[str]:
    names = {"trigger": "push", "pr": "pull_request", "schedules": "schedule"}
    for key, name in names.items():
        if at(value, key) not in (None, "none", []):
            yield name
    if mapping_at(value, "resources") and "pipelines" in mapping_at(value, "resources"):
        yield "pipeline"


def _cloud_build_commands(document: Document) -> Iterator[CommandLine]:
    steps = at(document.value, "steps")
    for index, step in enumerate(steps if isinstance(steps, list) else []):
        image = text_at(step, "name").rpartition("/")[2].split(":")[0]
        entrypoint = text_at(step, "entrypoint") or image
        args = list(_names(at(step, "args")))
        is_shell = args[:1] == ["-c"]
        script = "\n".join(args[1:]) if is_shell else " ".join([entrypoint, *args])
        line = document.line("steps", index, "args", *([1] if is_shell else [])) or 1
        for command, number in commands_in(text_at(step, "script") or script, line):
            yield CommandLine(command, number)
