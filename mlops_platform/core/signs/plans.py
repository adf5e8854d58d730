"""The plan of a recommendation: data, features to look at, how to evaluate, when to promote."""

from mlops_platform.core.sections.monitoring_health import DriftedFeature, DriftObservation
from mlops_platform.core.sections.retraining_recommendation import Action, Plan, Situation
from mlops_platform.core.signs.observed import (
    counted_features,
    live_drift,
    named,
    retyped_features,
    target_feature,
)

MOST_FEATURES = 20
SAMPLE_ROWS = 385
"""Tell a share to five points with 95 % (Cochran 1977: 1.96² · 0.25 / 0.05²)."""

_ORDER = {"high": 0, "medium": 1, "none": 2}


def plan_for(action: Action, situation: Situation) -> Plan:
    """Return what the action takes; nothing for doing nothing."""
    if action is Action.DO_NOTHING:
        return Plan()
    drift = live_drift(situation)
    features = tuple(f.name for f in _moved(drift)[:MOST_FEATURES]) if drift else ()
    is_new = action in (Action.RETRAIN, Action.COLLECT_LABELS)
    return Plan(
        dataset=_dataset(action, drift),
        features_to_review=features,
        evaluation=_evaluation(action, situation, drift),
        promotion=PROMOTION if is_new else (),
    )


PROMOTION = (
    (
        "on the held-out current rows the new model beats the one in production by more than the"
        " half-width of a 95 % bootstrap interval of the difference"
    ),
    "in no slice (each reviewed feature, each class) is it worse by more than 5 %",
    "it was trained from a commit, with recorded data, parameters and metrics",
    "a person approves it, and the version before can be brought back in one step",
)


def _moved(drift: DriftObservation) -> list[DriftedFeature]:
    found = [f for f in counted_features(drift) if f.level != "none"]
    return sorted(found, key=lambda f: (_ORDER[f.level], -_strength(f), f.name))


def _strength(feature: DriftedFeature) -> float:
    return round(max((m.value for m in feature.measures if m.level != "none"), default=9.0), 6)


def _dataset(action: Action, drift: DriftObservation | None) -> str:
    if drift is None:
        return {
            Action.RETRAIN: "the newest labelled rows, the last part of them held out",
            Action.WATCH: "name a reference and the current data in the catalog, so that drift can"
            " be observed",
        }.get(action, "")
    if action is Action.FIX_DATA:
        return _repair(drift)
    if action is Action.COLLECT_LABELS:
        return (
            f"label a random sample of about {SAMPLE_ROWS} rows of `{drift.current}`, which tells"
            " an error rate to five points, before anything is trained"
        )
    if action is Action.RETRAIN:
        return _training_data(drift)
    return f"none to train on; keep `{drift.reference}` as the reference"


def _repair(drift: DriftObservation) -> str:
    changed = (*drift.only_in_reference, *retyped_features(drift))
    if changed:
        return f"restore {named(changed)} in `{drift.current}`; train on nothing before"
    return f"mend the feed of the named features in `{drift.current}`; train on nothing before"


def _training_data(drift: DriftObservation) -> str:
    if drift.relation is not None and drift.relation.level == "high":
        return (
            f"`{drift.current}`, its last part held out; rows of `{drift.reference}` only where a"
            " test shows that they help, as their relation to the target no longer holds"
        )
    return (
        f"`{drift.reference}` and `{drift.current}` together, the last part of the latter held out"
    )


def _evaluation(
    action: Action, situation: Situation, drift: DriftObservation | None
) -> tuple[str, ...]:
    if action is Action.FIX_DATA:
        return ("compare the mended data with the reference again before the model is used",)
    steps = [f"first mend the evaluation: {claim}" for claim in situation.weak_evaluation]
    if drift is None:
        return tuple(steps)
    steps.append(
        f"score the model in production on the labelled rows of `{drift.current}`, by time, not"
        " shuffled"
    )
    target = target_feature(drift)
    if target is not None and target.level != "none":
        steps.append("report every class by itself: their shares moved")
    if any(f.level != "none" for f in counted_features(drift)):
        steps.append("report the metric in slices of the reviewed features")
    if action is Action.RETRAIN:
        steps.append("score old and new model on the same held-out rows, with seeds fixed")
    return tuple(steps)
