"""The health of the data is at risk.

Something drifted more than chance allows: at least a look soon is mandated.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import unseasonal_drift
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look at the health of what was compared."""
    drift = unseasonal_drift(situation)
    if drift is None or drift.health != "at_risk":
        return None
    return Trigger(
        name="health_is_at_risk",
        sign=Sign.DRIFT,
        urgency=Urgency.SOON,
        because=f"the data are at risk: {drift.because}",
    )
