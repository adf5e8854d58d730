"""What measuring drift gives: per feature its values, levels, floors and shares; and the whole.

These are msgspec's structures, not pydantic's models: `drift` would spend a seventh of its time on
loading pydantic. What arrives from a reader is validated all the same.
"""

from enum import StrEnum

import msgspec

from mlops_platform.core.drift.kind import Kind


class Level(StrEnum):
    """How strong a drift is; only what passes its noise floor has one."""

    NONE = "none"
    MEDIUM = "medium"
    HIGH = "high"


class Health(StrEnum):
    """Whether what was learned from the reference can be trusted on the current data."""

    HEALTHY = "healthy"
    AT_RISK = "at_risk"
    CRITICAL = "critical"


class Classification(StrEnum):
    """What the drift mostly is."""

    NO_DRIFT = "no_drift"
    NOT_COMPARABLE = "not_comparable"
    SCHEMA_CHANGE = "schema_change"
    TARGET_DRIFT = "target_drift"
    MISSING_DATA = "missing_data"
    DATASET_DRIFT = "dataset_drift"
    FEATURE_DRIFT = "feature_drift"


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statistic of one feature; without a floor nothing can be told from chance."""

    test: str
    value: float
    noise_floor: float | None = None
    medium: float
    high: float
    level: Level = Level.NONE


class Bin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shares of all rows, missing ones included. Categories are numbered, never named."""

    label: str
    reference_share: float
    current_share: float


class Histogram(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shares of the known rows in equally wide bars; the outer bars are open."""

    low: float
    high: float
    reference_shares: tuple[float, ...]
    current_shares: tuple[float, ...]


class FeatureDrift(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of both sides. What is not counted does not weigh in the whole; notes say why."""

    name: str
    kind: Kind
    level: Level
    is_counted: bool
    reference_missing: int
    current_missing: int
    measures: tuple[Measure, ...] = ()
    bins: tuple[Bin, ...] = ()
    histogram: Histogram | None = None
    notes: tuple[str, ...] = ()


class DriftResult(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Both tables compared. `overall_drift_score` is 0–1; `core/drift/verdict.py` has its formula.

    It is None where nothing could be compared.
    """

    reference: str
    current: str
    reference_rows: int
    current_rows: int
    target: str | None
    overall_drift_score: float | None
    health: Health
    classification: Classification
    because: str
    features_compared: int
    features_drifted: int
    only_in_reference: tuple[str, ...]
    only_in_current: tuple[str, ...]
    features: tuple[FeatureDrift, ...]
