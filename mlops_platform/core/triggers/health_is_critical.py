"""The health of the data is critical.

A column is lost, the target drifted highly, or a third of the features drifted, one of them highly:
an immediate look is mandated.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import unseasonal_drift
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look at the health of what was compared."""
    drift = unseasonal_drift(situation)
    if drift is None or drift.health != "critical":
        return None
    return Trigger(
        name="health_is_critical",
        sign=Sign.DRIFT,
        urgency=Urgency.IMMEDIATE,
        because=f"the data are in critical health: {drift.because}",
    )
