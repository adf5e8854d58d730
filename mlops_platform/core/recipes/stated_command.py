"""A command that the operator, or the repository's own declaration, states."""

from mlops_platform.core.planning.command_way import Told, way_of_command
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Take the command as it is stated."""
    entry = candidate.entry
    if not candidate.is_stated or entry.command is None:
        return None
    told = Told(
        entry.command, entry.working_directory, "stated_command", entry.because, entry.evidence
    )
    return way_of_command(told, candidate, facts)
