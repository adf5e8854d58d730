"""Work on the data or the model runs by the clock.

Why: a check that somebody must remember is not done in the week in which it matters.
Fix: run the drift report from a timer: `on: schedule: - cron: "0 6 * * *"` in CI, an Airflow DAG,
or `drift_schedule` in this platform's catalog.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unoperated
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from schedules in code, in CI and in configuration files."""
    return unoperated(facts) or answer_by_sight(
        facts,
        facts.schedules,
        "no schedule was found in the repository that runs a script or a pipeline",
        by_platform="run work by the clock",
    )
