"""What would be run: the plan of an execution, made where foreign bytes may be read."""

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.plan import plan
from mlops_platform.core.planning.planning_facts import read_planning_facts
from mlops_platform.core.run_plan import Planning, RunRequest
from mlops_platform.core.sections.project_profile import ProjectProfileFacts


def gather_run_plan(
    checkout: Checkout, profile_facts: ProjectProfileFacts, request: RunRequest
) -> Planning:
    """Read the checkout and decide what its sandbox is asked."""
    return plan(read_planning_facts(checkout, profile_facts, request))
