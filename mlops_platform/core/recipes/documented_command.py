"""A command that a README, a shell script, a CI step or another document gives."""

from mlops_platform.core.planning.arguments import with_arguments
from mlops_platform.core.planning.command_way import Told, joined, way_of_command
from mlops_platform.core.planning.earlier_commands import ways_before
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way

OTHERS = frozenset({"dvc", "makefile", "mlproject", "spacy_project"})
"""Sources that have a recipe of their own."""


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Take the command as it is written, after those before it that make its data."""
    entry, documented = candidate.entry, candidate.documented
    if candidate.is_stated or documented is None or documented.source in OTHERS:
        return None
    command = with_arguments(candidate, entry.working_directory, facts)
    because = f"{entry.because}; {documented.path} gives the command{command.note}"
    told = Told(
        command.line, entry.working_directory, "documented_command", because, entry.evidence
    )
    own = way_of_command(told, candidate, facts)
    before = ways_before(documented, candidate, facts, "documented_command")
    found = joined([*before, own])
    return found._replace(folders=command.folders, lacks=(*found.lacks, *command.lacks))
