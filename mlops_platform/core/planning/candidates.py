"""Which entry points are tried for a purpose: the operator's word, the declaration, the ranking."""

import re

from mlops_platform.core.declaration import PATH
from mlops_platform.core.facts.automation import AutomationFacts
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.shell_steps import NotWithoutShellError, shell_steps
from mlops_platform.core.planning.started_files import file_of, started_file
from mlops_platform.core.planning.stated_tools import documented_by_tool
from mlops_platform.core.planning.way import Candidate
from mlops_platform.core.profiling.entry_points import find_entry_points
from mlops_platform.core.run_plan import Purpose
from mlops_platform.core.sections.project_profile import EntryPoint, ProjectKind

MOST_OF_MANY = 60
"""How many ways to train are looked at where a repository holds many projects."""

_NO_START = re.compile(r"\s(?:(?:-h|--help)(?:\s|$)|@[\w-]+).*")
"""Asking for help trains nothing, and what names people is no command."""


def candidates(purpose: Purpose, facts: PlanningFacts) -> list[Candidate]:
    """Return what can be started, best first; an operator's command leaves no choice."""
    request, profile = facts.request, facts.profile
    is_training = purpose is not Purpose.EVALUATE
    stated = request.train_command if is_training else request.evaluate_command
    if stated:
        return [_stated(_of_operator(stated, facts), purpose, facts)]
    entries = profile.training_entry_points if is_training else profile.evaluation_entry_points
    if not is_training:
        entries = tuple(each for each in entries if _evaluates_alone(each, facts))
    elif profile.kind is ProjectKind.MANY_PROJECTS:
        entries = _of_all_projects(entries, facts)
    return [_candidate(entry, purpose, facts) for entry in entries if _is_startable(entry)]


def _of_all_projects(known: tuple[EntryPoint, ...], facts: PlanningFacts) -> tuple[EntryPoint, ...]:
    """Return more candidates than a profile lists, those that the repository states first."""
    nothing = AutomationFacts(pipelines=(), dockerfiles=(), compose_files=(), unread=())
    reading = Reading(
        facts.repository, facts.manifests, facts.code, facts.notebooks, facts.commands, nothing
    )
    stated = [entry for entry in known if _is_declared(entry)]
    paths = {entry.path for entry in stated}
    found = find_entry_points(reading, MOST_OF_MANY).training
    return (*stated, *(entry for entry in found if entry.path not in paths))


def _evaluates_alone(entry: EntryPoint, facts: PlanningFacts) -> bool:
    """Tell what evaluates from what has done so when it trained: it is what it is more."""
    trains = [e for e in facts.profile.training_entry_points if e.path == entry.path]
    return _is_declared(entry) or all(each.confidence < entry.confidence for each in trains)


def _is_declared(entry: EntryPoint) -> bool:
    return any(each.path == PATH for each in entry.evidence)


def _is_startable(entry: EntryPoint) -> bool:
    return entry.command is not None and not entry.command.startswith("pytest ")


def _of_operator(command: str, facts: PlanningFacts) -> EntryPoint:
    path = ""
    try:
        for step in shell_steps(command):
            path = started_file(step.arguments, step.folder, facts) or path
    except NotWithoutShellError:
        path = ""
    return EntryPoint(path=path, command=command, confidence=1.0, because="the operator states it")


def _stated(entry: EntryPoint, purpose: Purpose, facts: PlanningFacts) -> Candidate:
    """Take a stated command as it is, or what the tool that it names would run."""
    documented = documented_by_tool(entry.command or "", facts)
    if documented is None:
        return Candidate(entry, purpose, is_stated=True)
    path = file_of(documented, facts) or entry.path
    meant = {
        "path": path,
        "command": documented.command,
        "working_directory": documented.working_directory,
    }
    return Candidate(entry.model_copy(update=meant), purpose, documented)


def _candidate(entry: EntryPoint, purpose: Purpose, facts: PlanningFacts) -> Candidate:
    if _is_declared(entry):
        return _stated(entry, purpose, facts)
    if _NO_START.search(entry.command or ""):
        plain = _NO_START.sub("", entry.command or "")
        return Candidate(entry.model_copy(update={"command": plain}), purpose)
    return Candidate(entry, purpose, _documented(entry, facts))


def _documented(entry: EntryPoint, facts: PlanningFacts) -> DocumentedCommand | None:
    """Return the documented command that an entry point took, by its place and its words."""
    places = {(each.path, each.line) for each in entry.evidence if each.path}
    for command in facts.commands.commands:
        is_there = (command.path, command.line) in places
        if is_there and " ".join(command.command.split()) == entry.command:
            return command
    return None
