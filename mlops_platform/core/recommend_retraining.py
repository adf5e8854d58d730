"""Recommends what to do with a model: pulls every trigger, and looks the answer up in a table.

The urgency is the highest that a trigger mandates; nothing lowers it. The same situation gives the
same recommendation, and no language model is asked.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mlops_platform.core.registry import plugins
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.retraining_recommendation import (
    Action,
    RetrainingRecommendationFacts,
    Sign,
    Situation,
    Trigger,
)
from mlops_platform.core.signs.confidence import confidence_in
from mlops_platform.core.signs.observed import (
    is_labelled_against_profile,
    is_out_of_reach,
    live_drift,
    standing_relation,
)
from mlops_platform.core.signs.plans import plan_for
from mlops_platform.core.urgency import Strategy, Urgency

TRIGGERS = "mlops_platform.core.triggers"
ORDER = tuple(Urgency)
NO_MODEL = frozenset(
    {
        ProjectKind.LIBRARY,
        ProjectKind.MANY_PROJECTS,
        ProjectKind.NOTEBOOKS_ONLY,
        ProjectKind.NOT_ML,
        ProjectKind.TEMPLATE,
    }
)
"""Kinds that hold no one model: what they teach or offer is not in operation."""

Condition = Callable[[Situation, frozenset[Sign]], bool]


class Decision(NamedTuple):
    """One line of the table: in which case, what to do, how, and because of what."""

    case: str
    applies: Condition
    action: Action
    strategy: Strategy
    because: str


def _has(*signs: Sign) -> Condition:
    return lambda _, found: bool(found.intersection(signs))


def _drifted_while_relation_stands(situation: Situation, found: frozenset[Sign]) -> bool:
    drift = live_drift(situation)
    return Sign.DRIFT in found and drift is not None and standing_relation(drift) is not None


def _drifted_out_of_reach(situation: Situation, found: frozenset[Sign]) -> bool:
    drift = live_drift(situation)
    return Sign.DRIFT in found and drift is not None and is_out_of_reach(drift)


def _drifted_against_profile(situation: Situation, found: frozenset[Sign]) -> bool:
    drift = live_drift(situation)
    return Sign.DRIFT in found and drift is not None and is_labelled_against_profile(drift)


def _relation_is_moderate(situation: Situation, found: frozenset[Sign]) -> bool:
    drift = live_drift(situation)
    relation = drift.relation if drift else None
    return Sign.RELATION in found and relation is not None and relation.level == "medium"


TABLE: tuple[Decision, ...] = (
    Decision(
        "columns are lost or retyped, or values stopped coming",
        _has(Sign.DATA_FAULT),
        Action.FIX_DATA,
        Strategy.FIX_DATA,
        "a model trained on faulty data learns the fault; mend the data first",
    ),
    Decision(
        "the relation of features and target changed by 0.05 to 0.10 of R²",
        _relation_is_moderate,
        Action.RETRAIN,
        Strategy.FINE_TUNE,
        "the features mean something slightly else than in training",
    ),
    Decision(
        "the relation of features and target changed by more",
        _has(Sign.RELATION),
        Action.RETRAIN,
        Strategy.FULL_RETRAIN,
        "the same features mean another outcome than in training",
    ),
    Decision(
        "a metric declined against the runs before",
        _has(Sign.DECLINE),
        Action.RETRAIN,
        Strategy.FULL_RETRAIN,
        "the model became measurably worse",
    ),
    Decision(
        "the time of the year explains the drift",
        _has(Sign.SEASON),
        Action.WATCH,
        Strategy.NONE,
        "the reference holds this season already",
    ),
    Decision(
        "labels became rare",
        _has(Sign.LABELS),
        Action.COLLECT_LABELS,
        Strategy.DATA_AUGMENTATION,
        "without labels neither the old model nor a new one can be judged",
    ),
    Decision(
        "the data drifted, labels are at hand, and the relation stands",
        _drifted_while_relation_stands,
        Action.WATCH,
        Strategy.NONE,
        "the features moved but mean what they meant; measure the model on the labelled current"
        " rows before training",
    ),
    Decision(
        "the data drifted to where the reference has hardly a row, and labels are at hand",
        _drifted_out_of_reach,
        Action.RETRAIN,
        Strategy.FULL_RETRAIN,
        "the model never saw rows like the current ones",
    ),
    Decision(
        "the data drifted, labels are at hand, and of the training data only a profile is kept",
        _drifted_against_profile,
        Action.WATCH,
        Strategy.NONE,
        "measure the model on the labelled current rows before training: no row that it learned"
        " from is kept to tell whether the features still mean the same",
    ),
    Decision(
        "the data drifted, and labels are too few to tell whether the relation stands",
        _has(Sign.DRIFT),
        Action.COLLECT_LABELS,
        Strategy.DATA_AUGMENTATION,
        "whether the model is still right on the moved data can only be told with labels of them",
    ),
    Decision(
        "nothing moved, but nobody would notice",
        _has(Sign.BLINDNESS),
        Action.WATCH,
        Strategy.NONE,
        "no reason to train was seen, and too little is watched to see one",
    ),
    Decision(
        "no trigger",
        lambda _situation, _found: True,
        Action.DO_NOTHING,
        Strategy.NONE,
        "the current data are like those of training, and no metric declined",
    ),
)


def recommend_retraining(situation: Situation) -> RetrainingRecommendationFacts:
    """Recommend what to do; the first line of TABLE whose case holds decides."""
    known = {"is_ml_project": situation.is_ml_project, "kind": situation.kind}
    if reason := _unasked(situation):
        return RetrainingRecommendationFacts(**known, because=reason)
    triggers = pulled(situation)
    signs = frozenset(trigger.sign for trigger in triggers)
    decision = next(line for line in TABLE if line.applies(situation, signs))
    confidence, because = confidence_in(situation)
    return RetrainingRecommendationFacts(
        **known,
        is_asked=True,
        action=decision.action,
        urgency=urgency(triggers),
        strategy=decision.strategy,
        because=decision.because,
        triggers=tuple(triggers),
        plan=plan_for(decision.action, situation),
        confidence=confidence,
        confidence_because=because,
        evaluation_score=situation.evaluation_score,
        weak_evaluation=situation.weak_evaluation,
    )


def pulled(situation: Situation) -> list[Trigger]:
    """Return the triggers that are pulled, most urgent first."""
    found = [trigger.pull(situation) for trigger in plugins(TRIGGERS)]
    return sorted(
        (trigger for trigger in found if trigger is not None),
        key=lambda trigger: (ORDER.index(trigger.urgency), trigger.name),
    )


def urgency(triggers: Sequence[Trigger]) -> Urgency:
    """Return the highest urgency that a trigger mandates."""
    return min((trigger.urgency for trigger in triggers), key=ORDER.index, default=Urgency.NONE)


def _unasked(situation: Situation) -> str:
    """Say why nothing needs to be decided; "" where something does."""
    if not situation.is_ml_project:
        return "this is not a machine-learning project"
    if situation.is_declared:
        return ""
    if situation.kind in NO_MODEL:
        return "the repository holds no one model that is in operation"
    if situation.is_operated or live_drift(situation) is not None or situation.metrics:
        return ""
    return "the repository brings nothing into operation, so no model grows old"
