"""The time of the year explains what moved.

Against the same season of the reference nothing drifts: the model has seen this. To be watched.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import live_drift
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look at the comparison with the same season."""
    drift = live_drift(situation)
    if drift is None or drift.season is None or not drift.season.is_explained:
        return None
    return Trigger(
        name="season_returned",
        sign=Sign.SEASON,
        urgency=Urgency.MONITOR,
        because=f"by `{drift.season.column}`, the current rows are like the"
        f" {drift.season.reference_rows} of the reference from the same time of the year",
    )
