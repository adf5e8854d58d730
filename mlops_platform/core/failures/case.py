"""One failed attempt with everything that may be looked at to mend or to explain it."""

from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.run_plan import RunPlan


class Case(NamedTuple):
    """What repairs and explanations are asked about."""

    failure: Failure
    plan: RunPlan
    facts: RepairFacts
