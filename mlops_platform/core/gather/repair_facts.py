"""What repairs want to know of a repository, read once the first attempt of a run has failed."""

import posixpath
import re
from collections.abc import Iterator

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import (
    DocumentedCommand,
    read_documented_commands,
)
from mlops_platform.core.facts.inventory.roles import FOREIGN
from mlops_platform.core.facts.repository import RepositoryFacts, read_repository
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.failures.repair_facts import RepairFacts, ScriptCommand
from mlops_platform.core.failures.variables import is_secret_name
from mlops_platform.core.failures.written_files import read_written_files
from mlops_platform.core.planning.shell_steps import (
    NotWithoutShellError,
    ShellStep,
    is_python,
    shell_steps,
)
from mlops_platform.core.planning.wheel_dates import NEWEST_FIRST
from mlops_platform.core.profiling.required_arguments import PLACEHOLDER
from mlops_platform.core.run_plan import RunRequest
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

MOST_FILES = 20_000
MOST_COMMANDS = 500
MOST_VARIABLES = 100
_EXAMPLE = re.compile(
    r"(?:.*/)?\.?env[._-](?:example|sample|template|dist)|(?:.*/)?(?:example|sample)\.env"
)
_VARIABLE = re.compile(r"(?:export )?([A-Za-z_]\w{0,100})=(.{0,200})")
_NO_VALUE = re.compile(r"<|>|\byour\b|your[_-]|xxx|change[_-]?me|\.\.\.|^$", re.IGNORECASE)


def gather_repair_facts(
    checkout: Checkout, profile: ProjectProfileFacts, request: RunRequest
) -> RepairFacts:
    """Read files, commands, what scripts write, and an example of the environment."""
    repository = read_repository(checkout)
    own = [file for file in repository.files if file.role not in FOREIGN]
    moment = checkout.revision.committed_at
    offered = tuple(version for version in NEWEST_FIRST if version in request.pythons)
    return RepairFacts(
        committed_on=moment.date() if moment else None,
        files=tuple(file.path for file in own[:MOST_FILES]),
        pointers=_pointers(repository, profile),
        declared=tuple(f"{each.name}{each.specifier}" for each in profile.dependencies),
        commands=tuple(_commands(checkout, repository))[:MOST_COMMANDS],
        written=read_written_files(checkout, repository),
        variables=tuple(_variables(checkout, repository))[:MOST_VARIABLES],
        holds_many_projects=profile.kind is ProjectKind.MANY_PROJECTS,
        pythons=offered or NEWEST_FIRST,
    )


def _pointers(repository: RepositoryFacts, profile: ProjectProfileFacts) -> tuple[str, ...]:
    found = {file.path for file in repository.files if file.lfs_size_bytes is not None}
    found |= {dataset.path for dataset in profile.datasets if dataset.is_pointer}
    return tuple(sorted(found))


def _commands(checkout: Checkout, repository: RepositoryFacts) -> Iterator[ScriptCommand]:
    for command in read_documented_commands(checkout, repository).commands:
        if PLACEHOLDER.search(command.command):
            continue
        try:
            steps = shell_steps(command.command, command.working_directory)
        except NotWithoutShellError:
            continue
        for step in steps:
            started = _started(step, command)
            if started is not None:
                yield started


def _started(step: ShellStep, command: DocumentedCommand) -> ScriptCommand | None:
    """Return what a step starts, where it is a script by its path or by the name of its module."""
    words = step.arguments
    if len(words) < 2 or not is_python(words[0]):  # noqa: PLR2004 - an interpreter and a script
        return None
    if words[1] == "-m":
        script, arguments = words[2].replace(".", "/") + ".py" if words[2:] else "", words[3:]
    else:
        script, arguments = words[1], words[2:]
    if not script.endswith(".py"):
        return None
    return ScriptCommand(
        script=posixpath.normpath(posixpath.join(step.folder, script)),
        arguments=tuple(arguments),
        working_directory=step.folder,
        evidence=Evidence(path=command.path, line=command.line),
    )


def _variables(checkout: Checkout, repository: RepositoryFacts) -> Iterator[tuple[str, str]]:
    """Read an example of the environment; placeholders and secrets are left out."""
    for file in repository.files:
        if file.role in FOREIGN or not _EXAMPLE.fullmatch(file.path):
            continue
        text = read_text(checkout, file.path)
        for line in () if isinstance(text, UnreadFile) else text.splitlines():
            found = _VARIABLE.fullmatch(line.strip())
            value = found[2].strip().strip("'\"") if found else ""
            if found and not is_secret_name(found[1]) and not _NO_VALUE.search(value):
                yield found[1], value
