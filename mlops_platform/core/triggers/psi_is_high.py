"""The population stability index of a feature is high.

From 0.25 on it is another population: an immediate look is mandated. What the time of the year
explains does not count.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import (
    at_columns,
    counted_features,
    has_level,
    named,
    unseasonal_drift,
)
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look for features whose PSI is high and above its noise floor."""
    drift = unseasonal_drift(situation)
    if drift is None:
        return None
    names = [f.name for f in counted_features(drift) if has_level(f, "psi", "high")]
    if not names:
        return None
    return Trigger(
        name="psi_is_high",
        sign=Sign.DRIFT,
        urgency=Urgency.IMMEDIATE,
        because=f"the PSI of {named(names)} is at least 0.25",
        evidence=at_columns(drift, names),
    )
