"""The whole of the features: a score, health, and what kind of drift it is."""

from collections.abc import Sequence
from typing import NamedTuple

from mlops_platform.core.drift.result import Classification, FeatureDrift, Health, Level

MANY = 1 / 3
"""From this share of drifted features on, the data as a whole has moved."""


class Verdict(NamedTuple):
    """The aggregates of a result."""

    score: float | None
    health: Health
    classification: Classification
    because: str


def severity(feature: FeatureDrift) -> float:
    """Return 0 without a level, else the largest value / high level, at most 1.

    A feature with a level and no measure has changed its type: 1.
    """
    if feature.level is Level.NONE:
        return 0.0
    found = [m.value / m.high for m in feature.measures if m.level is not Level.NONE]
    return min(1.0, max(found, default=1.0))


def judge_drift(
    features: Sequence[FeatureDrift], lost: Sequence[str], target: str | None, *, has_rows: bool
) -> Verdict:
    """Judge the counted features; `lost` are columns that the current data lacks.

    Score: mean of the worst and of the average severity, a lost column being 1. It is 0 exactly
    when nothing drifted, at least 0.2 when a feature has, and 1 when all are gone or changed.
    Health: critical when the target drifted at a high level, a column is lost, or a third of the
    features drifted, one of them highly; at risk when anything drifted; else healthy.
    """
    counted = [feature for feature in features if feature.is_counted]
    if not has_rows or not (counted or lost):
        return Verdict(
            None,
            Health.AT_RISK,
            Classification.NOT_COMPARABLE,
            "one side has no rows" if not has_rows else "no column can be compared",
        )
    severities = [severity(feature) for feature in counted] + [1.0] * len(lost)
    score = (max(severities) + sum(severities) / len(severities)) / 2
    drifted = [feature for feature in counted if feature.level is not Level.NONE]
    kind, because = _classify(drifted, len(counted), lost, target)
    return Verdict(round(score, 6), _health(drifted, len(counted), lost, target), kind, because)


def _health(
    drifted: Sequence[FeatureDrift], counted: int, lost: Sequence[str], target: str | None
) -> Health:
    if not drifted and not lost:
        return Health.HEALTHY
    high = [feature for feature in drifted if feature.level is Level.HIGH]
    if lost or any(feature.name == target for feature in high):
        return Health.CRITICAL
    return Health.CRITICAL if high and len(drifted) >= MANY * counted else Health.AT_RISK


def _classify(
    drifted: Sequence[FeatureDrift], counted: int, lost: Sequence[str], target: str | None
) -> tuple[Classification, str]:
    retyped = [feature for feature in drifted if not feature.measures]
    if lost or retyped:
        return (
            Classification.SCHEMA_CHANGE,
            f"columns missing from the current data: {len(lost)}, of another type: {len(retyped)}",
        )
    if not drifted:
        return Classification.NO_DRIFT, f"none of {counted} features moved more than chance allows"
    amount = f"{len(drifted)} of {counted} features drifted"
    if any(feature.name == target for feature in drifted):
        return Classification.TARGET_DRIFT, f"the target drifted; {amount}"
    if all(_is_missing_data(feature) for feature in drifted):
        return Classification.MISSING_DATA, f"values went missing or came back; {amount}"
    if len(drifted) > 1 and len(drifted) >= MANY * counted:
        return Classification.DATASET_DRIFT, amount
    return Classification.FEATURE_DRIFT, amount


def _is_missing_data(feature: FeatureDrift) -> bool:
    levels = {measure.test: measure.level for measure in feature.measures}
    return (
        levels.get("missingness", Level.NONE) is not Level.NONE
        and levels.get("kolmogorov_smirnov", Level.NONE) is Level.NONE
    )
