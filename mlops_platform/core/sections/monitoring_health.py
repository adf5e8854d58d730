"""What monitoring_health stores: is live data still the training data, and would anyone notice."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from mlops_platform.core.evidence import Detection, Evidence, Frozen
from mlops_platform.core.sections.project_profile import (
    Place,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform.core.sections.section import AssessedSection

DriftLevel = Literal["none", "medium", "high"]


class Source(StrEnum):
    """Where the two tables that are compared come from, surest first.

    Against the profile that is kept with a registered model stands a table of the operator's in
    LIVE, one of the repository in MODEL.
    """

    CATALOG = "catalog"
    LIVE = "live"
    MODEL = "model"
    NAMED_FILES = "named_files"
    DATED_FILES = "dated_files"
    SPLIT = "split"


class DriftQuestion(Frozen):
    """Which two tables to compare: paths below the root of a checkout, and the target column."""

    source: Source
    reference: str
    current: str
    target: str | None = None


class DriftMeasure(Frozen):
    """One statistic of one feature: its value, what chance alone would show, and its level."""

    test: str
    value: float = Field(allow_inf_nan=False)
    noise_floor: float | None = Field(default=None, allow_inf_nan=False)
    level: DriftLevel = "none"


class DriftedFeature(Frozen):
    """One column of both tables, without a value of any cell. What is not counted says why."""

    name: str
    kind: str
    level: DriftLevel
    is_counted: bool
    reference_missing: int
    current_missing: int
    measures: tuple[DriftMeasure, ...] = ()
    notes: tuple[str, ...] = ()


class RelationChange(Frozen):
    """How far the relation of features and target moved; `core/drift/relation.py` defines it.

    `overlap` is the share of rows (0–1) that lie where the other table has rows too.
    """

    value: float = Field(allow_inf_nan=False)
    noise_floor: float = Field(allow_inf_nan=False)
    level: DriftLevel
    terms: int
    reference_rows: int
    current_rows: int
    overlap: float = 1.0


class SeasonMatch(Frozen):
    """The current rows against those of the reference from the same time of the year."""

    column: str
    reference_rows: int
    is_explained: bool


class DriftObservation(Frozen):
    """Two tables compared. Aggregates are those of `core/drift/verdict.py`.

    `labelled` are shares of rows with a target; None where the table has no such column, or no
    target is known. `relation` is None where it could not be measured; then `relation_because`.
    `hardly_overlaps` where that is because the rows of both sides lie apart.
    """

    source: Source
    reference: str
    current: str
    reference_rows: int
    current_rows: int
    target: str | None = None
    overall_drift_score: float | None = None
    health: Literal["healthy", "at_risk", "critical"] = "healthy"
    classification: str = "no_drift"
    because: str = ""
    features_compared: int = 0
    features_drifted: int = 0
    only_in_reference: tuple[str, ...] = ()
    only_in_current: tuple[str, ...] = ()
    features: tuple[DriftedFeature, ...] = ()
    reference_labelled: float | None = None
    current_labelled: float | None = None
    relation: RelationChange | None = None
    relation_because: str = ""
    hardly_overlaps: bool = False
    season: SeasonMatch | None = None

    @property
    def current_file(self) -> str | None:
        """Return the current table where it is a file of the repository, not the operator's."""
        return None if self.source in {Source.CATALOG, Source.LIVE} else self.current

    @property
    def files(self) -> tuple[str, ...]:
        """Return the compared tables that are files of the repository."""
        if self.current_file is None:
            return ()
        return (self.current,) if self.source is Source.MODEL else (self.reference, self.current)


class DriftAnswer(Frozen):
    """The observation, or why there is none; `is_unchanged` where both tables are one file."""

    observation: DriftObservation | None = None
    failure: str = ""
    is_unchanged: bool = False


class MonitoringHealthFacts(Frozen):
    """What watches over the model in code and configuration, and the drift that can be observed.

    `services` are places that serve the model, `schedules` what runs its work by the clock. Without
    either, nothing is in operation that could be watched. `is_declared` tells that the operator's
    catalog names the current table; `unobserved` says why there is no drift.
    """

    is_ml_project: bool
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    serving: tuple[Detection, ...] = ()
    monitoring: tuple[Detection, ...] = ()
    trackers: tuple[Detection, ...] = ()
    services: tuple[Place, ...] = ()
    schedules: tuple[Place, ...] = ()
    alerts: tuple[Place, ...] = ()
    dashboards: tuple[Place, ...] = ()
    probes: tuple[Place, ...] = ()
    health_routes: tuple[Evidence, ...] = ()
    prediction_records: tuple[Place, ...] = ()
    feedback: tuple[Place, ...] = ()
    drift_checks: tuple[Place, ...] = ()
    error_reports: tuple[Evidence, ...] = ()
    typed_inputs: tuple[Evidence, ...] = ()
    is_declared: bool = False
    drift: DriftObservation | None = None
    unobserved: str = ""

    @property
    def is_operated(self) -> bool:
        """Tell whether anything serves the model, or runs its work by the clock."""
        return bool(self.services or self.schedules)

    @classmethod
    def shared(cls, profile: ProjectProfileFacts) -> dict[str, object]:
        """Return the fields that the profile has too, with its values."""
        names = cls.model_fields.keys() & ProjectProfileFacts.model_fields.keys()
        return {name: getattr(profile, name) for name in sorted(names)}


class MonitoringHealth(AssessedSection):
    """Is live data still the training data, and would anyone notice?"""

    asset: Literal["monitoring_health"] = "monitoring_health"
    facts: MonitoringHealthFacts | None
