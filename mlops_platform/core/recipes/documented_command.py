"""A command that a README, a shell script, a CI step or another document gives."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.planning.arguments import with_arguments
from mlops_platform.core.planning.command_way import Told, joined, way_of_command
from mlops_platform.core.planning.data_needs import data_lacks
from mlops_platform.core.planning.earlier_commands import earlier_commands, names_absent_files
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way
from mlops_platform.core.run_plan import Purpose

OTHERS = frozenset({"dvc", "makefile", "mlproject", "spacy_project"})
"""Sources that have a recipe of their own."""


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Take the command as it is written, after those before it that make its data."""
    entry, documented = candidate.entry, candidate.documented
    if candidate.is_stated or documented is None or documented.source in OTHERS:
        return None
    command = with_arguments(entry, entry.working_directory, facts)
    because = f"{entry.because}; {documented.path} gives the command{command.note}"
    told = Told(
        command.line, entry.working_directory, "documented_command", because, entry.evidence
    )
    own = way_of_command(told, candidate, facts)
    found = joined([*_before(documented, candidate, facts), own])
    return found._replace(folders=command.folders, lacks=(*found.lacks, *command.lacks))


def _before(documented: DocumentedCommand, candidate: Candidate, facts: PlanningFacts) -> list[Way]:
    """Return the ways that make data that are not here.

    What is committed is not made anew: a run should learn from the data of the commit.
    """
    ways = [_earlier(each, candidate, facts) for each in earlier_commands(documented, facts)]
    if not any(not data.is_pointer for data in facts.profile.datasets):
        return ways
    makers = [each for each in ways if names_absent_files(each.starts, facts)]
    return [each for each in makers if not (each.lacks or data_lacks(each, facts))]


def _earlier(command: DocumentedCommand, candidate: Candidate, facts: PlanningFacts) -> Way:
    told = Told(
        line=command.command,
        folder=command.working_directory,
        recipe="documented_command",
        because=f"{command.path} says to run it before",
        evidence=(Evidence(path=command.path, line=command.line),),
    )
    return way_of_command(told, candidate._replace(purpose=Purpose.PREPARE), facts)
