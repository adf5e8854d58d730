"""How sure a recommendation is: what was known of what it asks, and how many rows told it.

confidence = Σ weights of the known questions · mean over the counted columns of
max(0, 1 − noise floor of PSI / 0.25), rounded to two decimals. Without a comparison of tables the
second factor is 1: nothing was told by rows.
"""

from mlops_platform.core.sections.monitoring_health import DriftObservation
from mlops_platform.core.sections.retraining_recommendation import Situation
from mlops_platform.core.signs.observed import TELLING, live_drift

WEIGHTS = {
    "drift": 0.4,
    "the relation of features and target": 0.3,
    "the share of labels": 0.1,
    "the metrics of runs": 0.1,
    "the evaluation": 0.1,
}
HIGH_PSI = 0.25


def confidence_in(situation: Situation) -> tuple[float, str]:
    """Return the confidence, and what it rests on in words."""
    drift = live_drift(situation)
    known = _known(situation, drift)
    share = sum(weight for question, weight in WEIGHTS.items() if question in known)
    size = _size(drift) if drift else 1.0
    missing = [question for question in WEIGHTS if question not in known]
    words = f"not known: {', '.join(missing)}" if missing else "all questions could be answered"
    if situation.unread_runs:
        words += f"; recorded runs could not be read: {situation.unread_runs.rstrip('.')}"
    if drift:
        words += f"; {drift.reference_rows} and {drift.current_rows} rows were compared"
    return round(share * size, 2), words


def _known(situation: Situation, drift: DriftObservation | None) -> set[str]:
    relation = drift.relation if drift else None
    is_told = relation is not None and (relation.level != "none" or relation.noise_floor <= TELLING)
    answers = {
        "drift": drift is not None and drift.overall_drift_score is not None,
        "the relation of features and target": is_told,
        "the share of labels": drift is not None and drift.current_labelled is not None,
        "the metrics of runs": any(len(history.values) > 1 for history in situation.metrics),
        "the evaluation": situation.evaluation_score is not None,
    }
    return {question for question, is_known in answers.items() if is_known}


def _size(drift: DriftObservation) -> float:
    floors = [
        measure.noise_floor
        for feature in drift.features
        if feature.is_counted
        for measure in feature.measures
        if measure.test == "psi"
    ]
    shares = [0.0 if floor is None else max(0.0, 1 - floor / HIGH_PSI) for floor in floors]
    return sum(shares) / len(shares) if shares else 0.0
