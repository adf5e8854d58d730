"""Columns and their types are those of the reference.

Why: a lost or retyped column is no drift of the world but a fault on the way; the model guesses.
Fix: restore the column at its source, or change the code that reads it together with the model.
"""

from mlops_platform.core.answers.by_drift import between, observation, pair
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts, Source

WEIGHT = 3
EFFORT = "hours"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from lost and retyped columns; parts of one data set are compared elsewhere."""
    drift = observation(facts)
    if isinstance(drift, Answer):
        return drift
    if drift.source is Source.SPLIT:
        return not_applicable("columns of the parts of one data set are compared in dataset health")
    retyped = [f.name for f in drift.features if f.is_counted and not f.measures]
    wrong = [*(f"`{name}` is missing" for name in drift.only_in_reference)]
    wrong += [f"`{name}` has another type" for name in retyped]
    if not wrong:
        return met(pair(drift))
    names = (*drift.only_in_reference, *retyped)
    return unmet(
        f"between {between(drift)}: {listed(wrong)}",
        [Evidence(column=name) for name in names],
    )
