"""Drift cannot be observed.

A model is in operation and no current data are at hand to compare: to be watched.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import live_drift
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look for a comparison with current data."""
    if live_drift(situation) is not None:
        return None
    reason = "only parts of one data set were compared" if situation.drift else situation.unobserved
    return Trigger(
        name="drift_is_unobserved",
        sign=Sign.BLINDNESS,
        urgency=Urgency.MONITOR,
        because=f"no drift could be observed: {reason or 'no two tables were compared'}",
    )
