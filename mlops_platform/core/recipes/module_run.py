"""`python -m package.module`, where a file's imports need the root on the path."""

from mlops_platform.core.planning.arguments import with_arguments
from mlops_platform.core.planning.command_way import Told, way_of_command
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way

SPACY = "python -m spacy project "


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Start the module as step one chose it, `PYTHONPATH=…` in front included."""
    entry = candidate.entry
    is_module = entry.command is not None and " -m " in entry.command
    is_module = is_module and not (entry.command or "").startswith(SPACY)
    if candidate.is_stated or candidate.documented or not is_module:
        return None
    command = with_arguments(candidate, entry.working_directory, facts)
    because = (
        f"{entry.because}; its imports need {entry.working_directory} on the path{command.note}"
    )
    told = Told(command.line, entry.working_directory, "module_run", because, entry.evidence)
    found = way_of_command(told, candidate, facts)
    return found._replace(folders=command.folders, lacks=(*found.lacks, *command.lacks))
