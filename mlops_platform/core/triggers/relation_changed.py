"""The relation of features and target changed.

What keeping the old relation costs on the current rows is read like a metric's decline: from 0.05
of R² on a look soon, from 0.10 on an immediate one.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import live_drift
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look at the relation, where both tables have labels."""
    drift = live_drift(situation)
    if drift is None or drift.relation is None or drift.relation.level == "none":
        return None
    is_high = drift.relation.level == "high"
    return Trigger(
        name="relation_changed",
        sign=Sign.RELATION,
        urgency=Urgency.IMMEDIATE if is_high else Urgency.SOON,
        because=f"keeping the old relation loses {drift.relation.value:.2f} of R² on the current"
        " rows",
    )
