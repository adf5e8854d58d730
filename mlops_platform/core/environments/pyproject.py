"""A `pyproject.toml` with PEP 621 dependencies; the pins of a lock file beside it are limits."""

from mlops_platform.core.planning.declared_groups import wanted_of_groups
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take the main dependencies, and what the code imports of the optional ones."""
    if declaring.kind != "pyproject":
        return None
    return wanted_of_groups("pyproject", declaring, facts)
