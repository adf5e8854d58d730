"""Predictions are recorded with their inputs.

Why: what was never written down can neither be compared with the training data nor with the truth.
Fix: after each prediction write time, model version, inputs and output to a table or a queue, or
hand them to `whylogs.log` or Evidently.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unserved
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 3
EFFORT = "hours"


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from calls in serving code that keep inputs or predictions."""
    return unserved(facts) or answer_by_sight(
        facts,
        facts.prediction_records,
        "no call was found in the code that serves which keeps inputs or predictions",
        by_platform="record requests",
    )
