"""An entry point of an MLproject file, with the defaults of its parameters."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.planning.command_way import Told, way_of_command
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Lack, Way

_PARAMETER = re.compile(r"\{([\w-]{1,100})\}")


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Take the entry point's command; a parameter without default is not known."""
    documented = candidate.documented
    if candidate.is_stated or documented is None or documented.source != "mlproject":
        return None
    open_parameters = _PARAMETER.findall(documented.command)
    told = Told(
        line=documented.command,
        folder=documented.working_directory,
        recipe="mlproject",
        because=f"entry point {documented.name} of {documented.path}",
        evidence=candidate.entry.evidence,
    )
    found = way_of_command(told, candidate, facts)
    lacks = tuple(
        Lack(
            Cause.ARGUMENT_UNKNOWN,
            f"parameter {name} of {documented.path} has no default",
            "State the whole command with `--train` (or `--evaluate`).",
            candidate.entry.evidence,
        )
        for name in open_parameters
    )
    return found._replace(lacks=(*found.lacks, *lacks))
