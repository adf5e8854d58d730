"""Values for required arguments: from other commands, choices and file names; never invented."""

import posixpath
import re
import shlex
from typing import NamedTuple

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Argument
from mlops_platform.core.planning.open_defaults import open_defaults
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.shell_steps import NotWithoutShellError, shell_steps
from mlops_platform.core.planning.started_files import file_of
from mlops_platform.core.planning.way import Candidate, Lack
from mlops_platform.core.profiling.confidence import EVALUATION_WORDS, TRAIN_WORDS
from mlops_platform.core.profiling.required_arguments import PLACEHOLDER
from mlops_platform.core.profiling.start_commands import choice_of
from mlops_platform.core.run_plan import OUTPUTS, Purpose
from mlops_platform.core.sections.project_profile import EntryPoint

_DATA = re.compile(
    r"(?:(?:input|data|dataset|csv|train|training|raw|source|in)(?:[_-]?(?:file|path|csv|data|set))*"
    r"|file|path|filename|filepath)"
)
_FOLDER = re.compile(r".*(?:dir|directory|folder|root)")
_OUTPUT = re.compile(
    r"(?:out|output|outputs|result|results|save|log|logs|checkpoint|ckpt|model|export|work|run)s?"
    r"[_-]?(?:dir|directory|folder|root|path)?"
)
_OUTPUT_FOLDER = re.compile(r"(?:.*[_-])?(?:dir|directory|folder)|out|output|outputs|results?")
_CONFIG = re.compile(r"(?:cfg|conf|config|params|configuration)(?:[_-]?(?:file|path|yaml|name))?")
_CONFIG_FILE = re.compile(
    r"(?:.*/)?(?:(?:configs?|conf|params|hparams)(?:[_-]?\w+)?|(?:configs?|conf)/[\w-]+)\.(?:ya?ml|json|toml)"
)
LONGEST_NAME = 40


class Filled(NamedTuple):
    """A command with its arguments, the folders that they need, and what is still unknown.

    `note` says where the values come from that the command did not have.
    """

    line: str
    folders: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()
    note: str = ""


def with_arguments(candidate: Candidate, folder: str, facts: PlanningFacts) -> Filled:
    """Give every required argument of a start its value, where the repository tells one."""
    entry = candidate.entry
    line = entry.command or ""
    declared = _declared(entry, facts)
    is_documented = not _ends_with_placeholders(entry, facts)
    if declared and not is_documented:
        words = line.split()
        line = " ".join(words[: len(words) - sum(1 + a.name.startswith("-") for a in declared)])
    folders: list[str] = []
    lacks: list[Lack] = []
    notes: list[str] = []
    for argument in declared:
        value = _value(argument, candidate, folder, facts)
        if value is None:
            lacks.append(_lack(argument, entry))
            continue
        if value == OUTPUTS:
            folders.append(posixpath.normpath(posixpath.join(folder, OUTPUTS)))
        name = f"{argument.name} " if argument.name.startswith("-") else ""
        line = f"{line} {name}{shlex.quote(value)}"
        notes.append(f"{argument.name} is required, and {value} is what fits it here")
    # What a document says to run is run as it says.
    for each in () if is_documented else open_defaults(entry.path, line, facts):
        line = f"{line} {each.argument} {shlex.quote(each.value)}"
        notes.append(f"{each.argument} has no default, and {each.where} holds {each.value}")
    note = "".join(f"; {each}" for each in notes)
    return Filled(line, tuple(folders), tuple(lacks), note)


def _declared(entry: EntryPoint, facts: PlanningFacts) -> list[Argument]:
    file = source_of(facts, entry.path)
    known = {each.name: each for each in file.arguments} if file else {}
    plain = Argument("", "", is_required=True, default=None, choices=(), line=0, scope="")
    return [known.get(name, plain._replace(name=name)) for name in entry.required_arguments]


def _ends_with_placeholders(entry: EntryPoint, facts: PlanningFacts) -> bool:
    """Tell whether step one wrote the arguments' names into the command, in capitals."""
    texts = {" ".join(each.command.split()) for each in facts.commands.commands}
    return entry.command not in texts


def _value(
    argument: Argument, candidate: Candidate, folder: str, facts: PlanningFacts
) -> str | None:
    told = _told_elsewhere(argument, candidate.entry, facts)
    if told is not None or argument.choices:
        is_evaluation = candidate.purpose is Purpose.EVALUATE
        wanted = EVALUATION_WORDS if is_evaluation else TRAIN_WORDS
        return told or choice_of(argument.choices, wanted)
    return _by_name(argument, folder, facts)


def _by_name(argument: Argument, folder: str, facts: PlanningFacts) -> str | None:
    """Return the one file or folder that an argument's name can mean."""
    name = argument.name.strip("-").lower()[:LONGEST_NAME]
    if _CONFIG.fullmatch(name):
        return _only([p for p in _own_paths(facts) if _CONFIG_FILE.fullmatch(p)], folder)
    if _DATA.fullmatch(name):
        return _only(_data_files(facts), folder)
    if _FOLDER.fullmatch(name) and _DATA.match(name):
        return _only(sorted({posixpath.dirname(p) or "." for p in _data_files(facts)}), folder)
    if _OUTPUT.fullmatch(name) and _OUTPUT_FOLDER.fullmatch(name):
        return OUTPUTS
    return None


def _told_elsewhere(argument: Argument, entry: EntryPoint, facts: PlanningFacts) -> str | None:
    """Return the value that any documented command gives to this argument of this file."""
    for command in facts.commands.commands:
        if file_of(command, facts) == entry.path:
            value = _given(argument.name, command)
            if value and not PLACEHOLDER.search(value):
                return value
    return None


def _given(name: str, command: DocumentedCommand) -> str | None:
    try:
        steps = shell_steps(command.command)
    except NotWithoutShellError:
        return None
    words = [word for step in steps for word in step.arguments]
    for position, word in enumerate(words):
        if name.startswith("-") and word == name and position + 1 < len(words):
            return words[position + 1]
        if name.startswith("-") and word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None


def _own_paths(facts: PlanningFacts) -> list[str]:
    return [f.path for f in facts.repository.files if f.role in {Role.SOURCE, Role.EXAMPLE}]


def _data_files(facts: PlanningFacts) -> list[str]:
    return [data.path for data in facts.profile.datasets if not data.is_pointer]


def _only(paths: list[str], folder: str) -> str | None:
    """Return the one path, as it is seen from a folder; None where there are none or several."""
    return posixpath.relpath(paths[0], folder) if len(paths) == 1 else None


def _lack(argument: Argument, entry: EntryPoint) -> Lack:
    return Lack(
        Cause.ARGUMENT_UNKNOWN,
        f"{entry.path} needs the argument {argument.name}, and nothing here tells its value",
        f"State the command with a value for {argument.name}, with `--train` (or `--evaluate`).",
        (Evidence(path=entry.path, line=argument.line or None, note=argument.name),),
    )
