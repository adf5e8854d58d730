"""A dashboard shows the figures.

Why: a trend is seen at one glance at a curve, and by nobody in a log.
Fix: build one dashboard (requests, errors, latency, drift) in Grafana, export it as JSON, and
commit it under `dashboards/`.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unserved
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 1
EFFORT = "hours"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from dashboards among the configuration files."""
    return unserved(facts) or answer_by_sight(
        facts,
        facts.dashboards,
        "no file of the repository defines a dashboard",
        by_platform="show the figures",
    )
