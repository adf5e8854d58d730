"""A `pyproject.toml` of Poetry: `^1.2` and `~1.2` as ranges, the pins of poetry.lock as limits."""

from mlops_platform.core.planning.declared_groups import wanted_of_groups
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.version_specifiers import from_poetry
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take the main group, and what the code imports of the others."""
    if declaring.kind != "poetry":
        return None
    return wanted_of_groups("poetry", declaring, facts, from_poetry)
