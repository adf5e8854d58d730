"""Labels keep coming.

Why: without labels of the current rows nobody knows how good the model still is.
Fix: label a random sample of the current rows (a few hundred tell a class share to 5 %), or mend
the job that joins outcomes.
"""

from mlops_platform.core.answers.by_drift import observation, pair
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts, Source

WEIGHT = 2
EFFORT = "days"

NO_TARGET = "no target column is known"
LESS = 0.2
"""A share of labelled rows that fell by so much is high by the levels of missing values."""


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from the shares of rows with a target in both tables."""
    drift = observation(facts)
    if isinstance(drift, Answer):
        return drift
    if drift.source is Source.SPLIT or drift.reference_labelled is None:
        is_split = drift.source is Source.SPLIT
        return not_applicable("a test part may come without labels" if is_split else NO_TARGET)
    if drift.current_labelled is None:
        return unmet(f"`{drift.current}` has no column `{drift.target}`")
    if drift.reference_labelled - drift.current_labelled >= LESS:
        return unmet(
            f"{drift.current_labelled:.0%} of the rows of `{drift.current}` have a label,"
            f" {drift.reference_labelled:.0%} of `{drift.reference}`",
            pair(drift),
        )
    return met(pair(drift))
