"""Columns are lost or have another type.

The model is asked with what it was not made for; that is a fault of the data, due at once.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import at_columns, live_drift, named, retyped_features
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look for columns that the current data lack, or hold as something else."""
    drift = live_drift(situation)
    if drift is None:
        return None
    lost, retyped = drift.only_in_reference, retyped_features(drift)
    if not lost and not retyped:
        return None
    said = [f"{named(lost)} missing"] if lost else []
    said += [f"{named(retyped)} of another type"] if retyped else []
    return Trigger(
        name="columns_changed",
        sign=Sign.DATA_FAULT,
        urgency=Urgency.IMMEDIATE,
        because=f"columns changed: {', '.join(said)}",
        evidence=at_columns(drift, (*lost, *retyped)),
    )
