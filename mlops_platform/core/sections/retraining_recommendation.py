"""What retraining_recommendation stores: train again? how, how soon, and why."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from mlops_platform.core.evidence import Evidence, Frozen
from mlops_platform.core.sections.monitoring_health import DriftObservation
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.section import AssessedSection
from mlops_platform.core.urgency import Strategy, Urgency


class Action(StrEnum):
    """What to do next."""

    RETRAIN = "retrain"
    FIX_DATA = "fix_data"
    COLLECT_LABELS = "collect_labels"
    WATCH = "watch"
    DO_NOTHING = "do_nothing"


class Sign(StrEnum):
    """What a trigger is a sign of; the decision table is written in these."""

    DATA_FAULT = "data_fault"
    SEASON = "season"
    RELATION = "relation"
    DECLINE = "decline"
    DRIFT = "drift"
    LABELS = "labels"
    BLINDNESS = "blindness"


class Trigger(Frozen):
    """A deterministic reason to act, and the urgency that it mandates at least."""

    name: str
    sign: Sign
    urgency: Urgency
    because: str
    evidence: tuple[Evidence, ...] = ()


class MetricHistory(Frozen):
    """One metric of the recorded runs, oldest first. Empty until runs are recorded."""

    metric: str
    is_higher_better: bool
    values: tuple[float, ...]


class Situation(Frozen):
    """What a recommendation rests on; scores are None where their section has none.

    `weak_evaluation` are claims of the evaluation that a reviewer would block and that do not hold.
    `unread_runs` says why the metrics of recorded runs are not known.
    """

    is_ml_project: bool
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    is_operated: bool = False
    is_declared: bool = False
    monitoring_score: float | None = None
    evaluation_score: float | None = None
    weak_evaluation: tuple[str, ...] = ()
    drift: DriftObservation | None = None
    unobserved: str = ""
    metrics: tuple[MetricHistory, ...] = ()
    unread_runs: str = ""


class Plan(Frozen):
    """What the step takes: on which data, which features to look at, and how to decide."""

    dataset: str = ""
    features_to_review: tuple[str, ...] = ()
    evaluation: tuple[str, ...] = ()
    promotion: tuple[str, ...] = ()


class RetrainingRecommendationFacts(Frozen):
    """The recommendation, what pulled it, and how sure it is (0–1).

    `is_asked` tells whether the question makes sense: something is in operation, or the operator
    names data to compare.
    """

    is_ml_project: bool
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    is_asked: bool = False
    action: Action = Action.DO_NOTHING
    urgency: Urgency = Urgency.NONE
    strategy: Strategy = Strategy.NONE
    because: str = ""
    triggers: tuple[Trigger, ...] = ()
    plan: Plan = Plan()
    confidence: float = Field(default=0.0, ge=0, le=1)
    confidence_because: str = ""
    evaluation_score: float | None = None
    weak_evaluation: tuple[str, ...] = ()


class RetrainingRecommendation(AssessedSection):
    """Train again? How, how soon, and why?"""

    asset: Literal["retraining_recommendation"] = "retraining_recommendation"
    facts: RetrainingRecommendationFacts | None
