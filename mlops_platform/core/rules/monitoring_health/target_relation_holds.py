"""Features and target are related as in the reference.

Why: when the same inputs come to mean another outcome, every prediction of the old model is off.
Fix: train again on labelled current data, and promote it only if it beats the old model on them.
"""

from mlops_platform.core.answers.by_drift import between, observation, pair
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 3
EFFORT = "days"

TELLING = 0.25
"""With a wider noise floor, a relation that changed by a quarter of R² could go unseen."""


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from what keeping the old relation costs on the current rows."""
    drift = observation(facts)
    if isinstance(drift, Answer):
        return drift
    found = drift.relation
    if found is None:
        reason = drift.relation_because or "it was not measured"
        is_named = drift.target or reason != "no target is known"
        return unknown(reason) if is_named else not_applicable("no target column is known")
    if found.level != "none":
        return unmet(
            f"the relation of `{drift.target}` to the features of `{drift.reference}` loses"
            f" {found.value:.2f} of R² on `{drift.current}`"
            f" (chance alone: {found.noise_floor:.2f})",
            pair(drift),
        )
    if found.noise_floor > TELLING:
        return unknown("too few rows of both tables lie where the other has rows to tell")
    return met(pair(drift), f"the relation was compared in {between(drift)}")
