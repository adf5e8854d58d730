"""Situations as literals: what was observed, and what is known beside it."""

from typing import Any

from mlops_platform.core.sections.monitoring_health import DriftMeasure, DriftObservation
from mlops_platform.core.sections.retraining_recommendation import MetricHistory, Situation

# Which fields a case states is the case's own matter: any of the model's.
Known = Any


def situation(drift: DriftObservation | None = None, **known: Known) -> Situation:
    """A model in operation, of which this drift was observed."""
    given = {"is_ml_project": True, "is_operated": True, "drift": drift, **known}
    return Situation.model_validate(given)


def measure(test: str, level: str = "high", value: float = 0.5) -> DriftMeasure:
    """A measure that has this level."""
    return DriftMeasure.model_validate(
        {"test": test, "value": value, "noise_floor": 0.02, "level": level}
    )


def history(*values: float, is_higher_better: bool = True) -> MetricHistory:
    """The values of a metric, oldest first."""
    return MetricHistory(metric="accuracy", is_higher_better=is_higher_better, values=values)
