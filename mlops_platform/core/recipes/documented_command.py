"""A command that a README, a shell script, a CI step or another document gives."""

from mlops_platform.core.planning.arguments import with_arguments
from mlops_platform.core.planning.command_way import Told, way_of_command
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way

OTHERS = frozenset({"dvc", "makefile", "mlproject"})
"""Sources that have a recipe of their own."""


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Take the command as it is written."""
    entry, documented = candidate.entry, candidate.documented
    if candidate.is_stated or documented is None or documented.source in OTHERS:
        return None
    command = with_arguments(entry, entry.working_directory, facts)
    because = f"{entry.because}; {documented.path} gives the command"
    told = Told(
        command.line, entry.working_directory, "documented_command", because, entry.evidence
    )
    found = way_of_command(told, candidate, facts)
    return found._replace(folders=command.folders, lacks=(*found.lacks, *command.lacks))
