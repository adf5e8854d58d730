"""The target is distributed as in the reference.

Why: when classes come in other shares, thresholds and probabilities of the model are off.
Fix: set the threshold anew on current labels, or weigh the classes and train again.
"""

from mlops_platform.core.answers.by_drift import between, evidence, observation, pair, strongest
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 2
EFFORT = "days"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from the drift of the target column, where both tables have it."""
    drift = observation(facts)
    if isinstance(drift, Answer):
        return drift
    target = next((f for f in drift.features if f.name == drift.target), None)
    if target is None:
        return not_applicable("no target column that both tables have is known")
    if target.level == "none":
        return met(pair(drift))
    return unmet(
        f"`{target.name}` drifted between {between(drift)} ({strongest(target)})",
        [evidence(drift, target, strongest(target))],
    )
