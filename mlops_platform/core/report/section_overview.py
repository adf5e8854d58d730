"""What was observed and recommended, as labelled rows above the findings of a section."""

from collections.abc import Iterable, Sequence

from mlops_platform.core.report.project_overview import MOST_ITEMS, Item, Row
from mlops_platform.core.sections.monitoring_health import (
    DriftedFeature,
    DriftObservation,
    MonitoringHealth,
)
from mlops_platform.core.sections.retraining_recommendation import (
    RetrainingRecommendation,
    RetrainingRecommendationFacts,
)
from mlops_platform.core.sections.section import AssessedSection

MEASURES = {
    "psi": "PSI",
    "jensen_shannon": "JS",
    "kolmogorov_smirnov": "KS",
    "missingness": "missing",
    "vocabulary": "words",
}
ACTIONS = {
    "retrain": "train again",
    "fix_data": "fix the data",
    "collect_labels": "collect labels",
    "watch": "watch",
    "do_nothing": "do nothing",
}
HEALTH = {"healthy": "healthy", "at_risk": "at risk", "critical": "critical"}
_ORDER = {"high": 0, "medium": 1, "none": 2}


def section_overview(section: AssessedSection) -> tuple[Row, ...]:
    """Return the rows of a section, none where its findings say all."""
    if isinstance(section, MonitoringHealth) and section.facts and section.facts.drift:
        return _observed(section.facts.drift)
    if isinstance(section, RetrainingRecommendation) and section.facts and section.facts.is_asked:
        return _recommended(section.facts)
    return ()


def in_one_line(facts: RetrainingRecommendationFacts) -> str:
    """Return the recommendation as one clause."""
    urgency = "" if facts.urgency.value == "none" else f" ({_words(facts.urgency.value)})"
    return f"{ACTIONS[facts.action.value]}{urgency}"


def drift_table(drift: DriftObservation) -> list[dict[str, str]]:
    """Return the columns that were compared, strongest first, as rows of a table."""
    return [
        {
            "Column": feature.name,
            "Level": feature.level if feature.is_counted else "not counted",
            **{name: _value(feature, test) for test, name in MEASURES.items()},
            "Note": "; ".join(feature.notes),
        }
        for feature in _by_level(drift.features)
    ]


def _observed(drift: DriftObservation) -> tuple[Row, ...]:
    score = drift.overall_drift_score
    shown = "not comparable" if score is None else f"drift score {score:.2f} of 1"
    rows = [
        Row(
            "Compared",
            (
                Item(drift.reference, f"{drift.reference_rows:,} rows", is_code=True),
                Item(drift.current, f"{drift.current_rows:,} rows", is_code=True),
            ),
        ),
        Row("Health", (Item(f"{HEALTH[drift.health]}, {shown}", drift.because),)),
        _row("Drifted", [_drifted(f) for f in _by_level(drift.features) if _is_drifted(f)]),
    ]
    if drift.relation:
        change, floor = drift.relation.value, drift.relation.noise_floor
        note = f"chance alone stays below {floor:.2f}"
        rows.append(Row("Relation to the target", (Item(f"moved by {change:.2f} of R²", note),)))
    if drift.season and drift.season.is_explained:
        rows.append(Row("Season", (Item("explains what moved", f"by {drift.season.column}"),)))
    return tuple(rows)


def _recommended(facts: RetrainingRecommendationFacts) -> tuple[Row, ...]:
    plan = facts.plan
    rows = [
        Row("Recommended", (Item(in_one_line(facts), facts.because),)),
        _row("Triggers", [Item(t.name, f"{t.urgency.value}: {t.because}") for t in facts.triggers]),
        Row("Strategy", (Item(_words(facts.strategy.value)),)),
        Row("Confidence", (Item(f"{facts.confidence:.2f} of 1", facts.confidence_because),)),
        _row("Data", [Item(plan.dataset)] if plan.dataset else []),
        _row("Review", [Item(name, is_code=True) for name in plan.features_to_review]),
        _row("Evaluate", [Item(step) for step in plan.evaluation]),
        _row("Promote when", [Item(step) for step in plan.promotion]),
    ]
    return tuple(row for row in rows if row.items)


def _row(label: str, items: Sequence[Item]) -> Row:
    return Row(label, tuple(items[:MOST_ITEMS]), max(0, len(items) - MOST_ITEMS))


def _drifted(feature: DriftedFeature) -> Item:
    said = [
        f"{MEASURES[each.test]} {each.value:.2f}"
        for each in feature.measures
        if each.level != "none" and each.test in MEASURES
    ]
    return Item(feature.name, ", ".join([feature.level, *said]), is_code=True)


def _is_drifted(feature: DriftedFeature) -> bool:
    return feature.is_counted and feature.level != "none"


def _by_level(features: Iterable[DriftedFeature]) -> list[DriftedFeature]:
    return sorted(features, key=lambda f: (not f.is_counted, _ORDER[f.level]))


def _value(feature: DriftedFeature, test: str) -> str:
    return next((f"{m.value:.3f}" for m in feature.measures if m.test == test), "")


def _words(name: str) -> str:
    return name.replace("_", " ")
