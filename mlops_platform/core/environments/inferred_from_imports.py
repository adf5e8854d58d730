"""No manifest speaks for the started code: what it imports, by checked names only."""

from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, _facts: PlanningFacts) -> Wanted | None:
    """Ask for nothing: whatever the code imports is added to every environment."""
    if declaring.manifest is not None:
        return None
    return Wanted(
        source="inferred_from_imports",
        because="no file declares dependencies, so they are those that the started code imports",
        evidence=tuple(each.evidence for each in declaring.needed[:5]),
    )
