"""`python path/to/file.py`, where no document says how the file is started."""

import posixpath
import shlex

from mlops_platform.core.planning.arguments import with_arguments
from mlops_platform.core.planning.command_way import Told, way_of_command
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way
from mlops_platform.core.planning.working_folder import best_folder


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Start the file from the folder in which the files that it names are found."""
    entry = candidate.entry
    is_plain = entry.command is not None and entry.command.startswith("python ")
    if candidate.is_stated or candidate.documented or not is_plain or " -m " in f"{entry.command} ":
        return None
    folder = best_folder(entry, facts)
    command = with_arguments(candidate, folder, facts)
    here = posixpath.relpath(entry.path, folder)
    line = command.line.replace(shlex.quote(entry.path), shlex.quote(here), 1)
    because = f"{entry.because}{command.note}"
    told = Told(line, folder, "python_script", because, entry.evidence)
    found = way_of_command(told, candidate, facts)
    return found._replace(folders=command.folders, lacks=(*found.lacks, *command.lacks))
