"""True outcomes come back.

Why: only the truth, however late, tells whether the model is still right.
Fix: add a route such as `POST /feedback` that stores the true outcome under the id of its
prediction, or a job that joins both.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_operation import unserved
from mlops_platform.core.answers.cite import cite_places
from mlops_platform.core.evidence import Answer, met, unknown
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 1
EFFORT = "days"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from routes that take them; elsewhere nobody can see whether they come."""
    if skipped := unserved(facts):
        return skipped
    if facts.feedback:
        return met(cite_places(facts.feedback))
    drift = facts.drift
    if drift and drift.current_labelled and drift.source == "catalog":
        return met(because=f"the current data hold `{drift.target}`")
    return inapplicable(facts, *COLLECTIONS) or unknown(
        "no route takes them, and they may come back elsewhere"
    )
