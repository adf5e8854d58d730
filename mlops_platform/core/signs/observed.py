"""What triggers share: which drift of an observation speaks of today's data, and where it shows."""

from collections.abc import Iterable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.sections.monitoring_health import (
    DriftedFeature,
    DriftObservation,
    RelationChange,
    Source,
)
from mlops_platform.core.sections.retraining_recommendation import Situation

TELLING = 0.25
"""With a wider noise floor, a relation that changed by a quarter of R² could go unseen."""

FAR = 0.25
"""With less overlap, most current rows lie where the reference has hardly any."""

FEWEST_LABELLED = 50
"""Rows with a label on which a model can be measured at all."""

MOST_NAMES = 5


def live_drift(situation: Situation) -> DriftObservation | None:
    """Return what was observed of current data; parts of one data set are not of two times."""
    drift = situation.drift
    return drift if drift and drift.source is not Source.SPLIT else None


def unseasonal_drift(situation: Situation) -> DriftObservation | None:
    """Return what was observed of current data, unless the time of the year explains it."""
    drift = live_drift(situation)
    return None if drift and drift.season and drift.season.is_explained else drift


def counted_features(drift: DriftObservation) -> list[DriftedFeature]:
    """Return the columns that count, without the target."""
    return [f for f in drift.features if f.is_counted and f.name != drift.target]


def target_feature(drift: DriftObservation) -> DriftedFeature | None:
    """Return the target where both tables have it."""
    return next((f for f in drift.features if f.name == drift.target), None)


def has_level(feature: DriftedFeature, test: str, *levels: str) -> bool:
    """Tell whether a measure of a column has one of these levels."""
    return any(each.test == test and each.level in levels for each in feature.measures)


def retyped_features(drift: DriftObservation) -> list[str]:
    """Return the columns that have another type."""
    return [f.name for f in counted_features(drift) if not f.measures and f.level == "high"]


def standing_relation(drift: DriftObservation) -> RelationChange | None:
    """Return the relation of features and target where it was seen to stand."""
    found = drift.relation
    return found if found and found.level == "none" and found.noise_floor <= TELLING else None


def is_labelled_against_profile(drift: DriftObservation) -> bool:
    """Tell whether current rows have labels, and of the training rows only a profile is kept."""
    labelled = (drift.current_labelled or 0) * drift.current_rows
    return drift.source in {Source.LIVE, Source.MODEL} and labelled >= FEWEST_LABELLED


def is_out_of_reach(drift: DriftObservation) -> bool:
    """Tell whether labelled current rows lie where the reference has hardly any."""
    if drift.relation is None:
        return drift.hardly_overlaps
    return standing_relation(drift) is None and drift.relation.overlap < FAR


def at_columns(drift: DriftObservation, names: Iterable[str]) -> tuple[Evidence, ...]:
    """Point to columns of the current table; that of the operator is no file of the repository."""
    return tuple(Evidence(path=drift.current_file, column=name) for name in names)


def named(names: Iterable[str]) -> str:
    """Return names as a list, the last ones counted."""
    found = [f"`{name}`" for name in names]
    more = len(found) - MOST_NAMES
    return ", ".join(found[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
