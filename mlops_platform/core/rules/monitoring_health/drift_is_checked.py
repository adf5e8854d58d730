"""Drift of the data is checked.

Why: a model is right about the data that it learned from; whether today's are still such must be
asked.
Fix: compare the last week's inputs with the training data (`mlops-platform drift train.csv
week.csv`, or an Evidently report), and keep the result.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unoperated
from mlops_platform.core.evidence import Answer, met
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 3
EFFORT = "days"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from drift tools, functions that measure drift, and the operator's catalog."""
    if skipped := unoperated(facts):
        return skipped
    if facts.is_declared and facts.drift:
        return met(because="the operator's catalog has it checked here")
    return answer_by_sight(
        facts,
        facts.drift_checks,
        "no drift tool is in use, and no function was found that measures drift",
        by_platform="check it",
    )
