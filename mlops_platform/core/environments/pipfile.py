"""A Pipfile; the pins of Pipfile.lock are limits."""

from mlops_platform.core.planning.declared_groups import wanted_of_groups
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take `[packages]`, and what the code imports of `[dev-packages]`."""
    if declaring.kind != "pipfile":
        return None
    return wanted_of_groups("pipfile", declaring, facts)
