"""Rows are enough to see drift.

Why: in a few rows chance alone moves a column as far as the world does, and drift goes unseen.
Fix: compare a longer window; about 500 rows a side let nearly every high drift be seen.
"""

from mlops_platform.core.answers.by_drift import answer_by_feature
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import DriftedFeature, MonitoringHealthFacts

WEIGHT = 1
EFFORT = "hours"

HIGH_PSI = 0.25


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer with the share of columns in which chance alone stays below a high PSI."""
    return answer_by_feature(facts, _fault, "too few rows to show a high PSI")


def _fault(feature: DriftedFeature) -> str:
    psi = next((m for m in feature.measures if m.test == "psi"), None)
    if psi is None:
        return ""
    is_blind = psi.noise_floor is None or psi.noise_floor > HIGH_PSI
    floor = "" if psi.noise_floor is None else f": {psi.noise_floor:.2f}"
    return f"PSI by chance alone{floor}" if is_blind else ""
