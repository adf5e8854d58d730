"""Values go missing as rarely as in the reference.

Why: a gap that opens is mostly a broken feed, and a model that never saw one answers anyway.
Fix: find the feed that stopped; until then fill or refuse such rows as training did.
"""

from mlops_platform.core.answers.by_drift import answer_by_feature, strongest
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import DriftedFeature, MonitoringHealthFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer with the share of columns whose missing values moved no more than chance allows."""
    return answer_by_feature(facts, _fault, "another share of missing values")


def _fault(feature: DriftedFeature) -> str:
    moved = any(m.test == "missingness" and m.level != "none" for m in feature.measures)
    return strongest(feature, ("missingness",)) if moved else ""
