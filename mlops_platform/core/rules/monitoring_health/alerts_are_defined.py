"""Alerts are defined.

Why: figures that nobody looks at at night wake nobody; a rule does.
Fix: write one rule for errors, one for latency and one for drift (`groups: - rules: - alert: …` in
`alerts.yml` for Prometheus), with somebody who receives it.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unserved
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from rules of alerts in configuration files."""
    return unserved(facts) or answer_by_sight(
        facts,
        facts.alerts,
        "no file of the repository defines an alert",
        by_platform="raise alerts",
    )
