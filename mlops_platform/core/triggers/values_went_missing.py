"""Many more values of a feature are missing than in the reference.

A share that rose by a fifth of all rows is mostly a feed that broke: a fault of the data, to be
looked at soon.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.signs.observed import (
    at_columns,
    counted_features,
    has_level,
    live_drift,
    named,
)
from mlops_platform.core.urgency import Urgency


def pull(situation: Situation) -> Trigger | None:
    """Look for features whose missing values rose by a high level."""
    drift = live_drift(situation)
    if drift is None:
        return None
    names = [
        feature.name
        for feature in counted_features(drift)
        if has_level(feature, "missingness", "high")
        and feature.current_missing * drift.reference_rows
        > feature.reference_missing * drift.current_rows
    ]
    if not names:
        return None
    return Trigger(
        name="values_went_missing",
        sign=Sign.DATA_FAULT,
        urgency=Urgency.SOON,
        because=f"far more values of {named(names)} are missing than in the reference",
        evidence=at_columns(drift, names),
    )
