"""Labels became rare.

With a fifth of all rows fewer labelled, nobody will know how good the model still is: to be looked
at soon.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import at_columns, live_drift
from mlops_platform.core.urgency import Urgency

LESS = 0.2


def pull(situation: Situation) -> Trigger | None:
    """Look at the shares of labelled rows; a table without the column is waiting for them."""
    drift = live_drift(situation)
    if drift is None or drift.reference_labelled is None or drift.current_labelled is None:
        return None
    if drift.reference_labelled - drift.current_labelled < LESS:
        return None
    return Trigger(
        name="labels_stopped_coming",
        sign=Sign.LABELS,
        urgency=Urgency.SOON,
        because=f"{drift.current_labelled:.0%} of the current rows have a label, after"
        f" {drift.reference_labelled:.0%}",
        evidence=at_columns(drift, [drift.target or ""]),
    )
