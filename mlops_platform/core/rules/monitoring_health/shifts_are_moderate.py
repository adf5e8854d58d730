"""No feature has moved far.

Why: a population stability index from 0.25 on is another population; scores on it are guesses.
Fix: hold the named columns against their source, and decide whether to mend the data or to train
again on newer ones.
"""

from mlops_platform.core.answers.by_drift import answer_by_feature, explained_by_season, strongest
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import DriftedFeature, MonitoringHealthFacts

WEIGHT = 2
EFFORT = "days"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer with the share of columns without a high level."""
    return explained_by_season(facts) or answer_by_feature(facts, _fault, "moved far")


def _fault(feature: DriftedFeature) -> str:
    return strongest(feature) if feature.level == "high" else ""
