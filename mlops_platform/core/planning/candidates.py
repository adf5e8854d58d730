"""Which entry points are tried for a purpose: the operator's word, the declaration, the ranking."""

from mlops_platform.core.declaration import PATH
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.shell_steps import NotWithoutShellError, shell_steps
from mlops_platform.core.planning.started_files import started_file
from mlops_platform.core.planning.way import Candidate
from mlops_platform.core.run_plan import Purpose
from mlops_platform.core.sections.project_profile import EntryPoint


def candidates(purpose: Purpose, facts: PlanningFacts) -> list[Candidate]:
    """Return what can be started, best first; an operator's command leaves no choice."""
    request, profile = facts.request, facts.profile
    is_training = purpose is not Purpose.EVALUATE
    stated = request.train_command if is_training else request.evaluate_command
    if stated:
        return [Candidate(_of_operator(stated, facts), purpose, is_stated=True)]
    entries = profile.training_entry_points if is_training else profile.evaluation_entry_points
    return [_candidate(entry, purpose, facts) for entry in entries if _is_startable(entry)]


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


def _candidate(entry: EntryPoint, purpose: Purpose, facts: PlanningFacts) -> Candidate:
    is_stated = any(each.path == PATH for each in entry.evidence)
    return Candidate(entry, purpose, _documented(entry, facts), is_stated)


def _documented(entry: EntryPoint, facts: PlanningFacts) -> DocumentedCommand | None:
    """Return the documented command that an entry point took, by its place and its words."""
    places = {(each.path, each.line) for each in entry.evidence if each.path}
    for command in facts.commands.commands:
        is_there = (command.path, command.line) in places
        if is_there and " ".join(command.command.split()) == entry.command:
            return command
    return None
