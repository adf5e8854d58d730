"""What a `setup.py` or `setup.cfg` declares, as step one read it without running it."""

from mlops_platform.core.planning.declared_groups import wanted_of_groups
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.wanted import Wanted

KINDS = ("setup_py", "setup_cfg")


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take `install_requires`, and what the code imports of the extras."""
    if declaring.kind not in KINDS:
        return None
    return wanted_of_groups("setup_py", declaring, facts)
