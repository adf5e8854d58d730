"""Features are distributed as in the reference.

Why: what the model learned of one distribution says little of another.
Fix: look at the named columns (`mlops-platform drift REFERENCE CURRENT --format html`), then tell
whether the world, the collection or a fault upstream moved them.
"""

from mlops_platform.core.answers.by_drift import answer_by_feature, explained_by_season, strongest
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 3
EFFORT = "days"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer with the share of columns that moved no more than chance allows."""
    return explained_by_season(facts) or answer_by_feature(facts, strongest, "drifted")
