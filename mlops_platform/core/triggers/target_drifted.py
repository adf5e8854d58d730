"""The target drifted.

Its classes come in other shares, or its values lie elsewhere: label shift, to be looked at soon.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import at_columns, target_feature, unseasonal_drift
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look at the target column's own drift; labels that are missing are another trigger."""
    drift = unseasonal_drift(situation)
    target = target_feature(drift) if drift else None
    if drift is None or target is None:
        return None
    moved = [m for m in target.measures if m.level != "none" and m.test != "missingness"]
    if not moved or drift.current_labelled is None:
        return None
    return Trigger(
        name="target_drifted",
        sign=Sign.DRIFT,
        urgency=Urgency.SOON,
        because=f"`{target.name}` drifted: its values come in other shares",
        evidence=at_columns(drift, [target.name]),
    )
