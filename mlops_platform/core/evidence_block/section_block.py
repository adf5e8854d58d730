"""What is shown of one section: its score, what was observed, its findings."""

from pydantic import JsonValue

from mlops_platform.core.evidence import Outcome
from mlops_platform.core.evidence_block.block import EvidenceBlock, Line, fill
from mlops_platform.core.evidence_block.finding_lines import cap_values, finding_lines, of_ten
from mlops_platform.core.report.section_overview import drift_table
from mlops_platform.core.report.words import percent, question
from mlops_platform.core.sections.monitoring_health import DriftObservation, MonitoringHealth
from mlops_platform.core.sections.retraining_recommendation import (
    RetrainingRecommendation,
    RetrainingRecommendationFacts,
)
from mlops_platform.core.sections.section import AssessedSection

MOST_COLUMNS = 10


def section_block(section: AssessedSection, tokens: int) -> EvidenceBlock | None:
    """Return the evidence of a section, None where the tokens do not do for one finding."""
    lead = [
        Line(section.asset, score_of(section) | _observed(section)),
        Line("", {"coverage": percent(section.coverage)}),
        *_columns(section),
    ]
    return fill(lead, finding_lines(section), tokens)


def has_findings(section: AssessedSection) -> bool:
    """Tell whether there is anything to put into words."""
    asked = (each.outcome is not Outcome.NOT_APPLICABLE for each in section.findings)
    return not section.failure and any(asked)


def score_of(section: AssessedSection) -> dict[str, JsonValue]:
    """Return a section's score as the report shows it."""
    return {
        "question": question(section.asset),
        "score": of_ten(section.score),
        "caps": cap_values(section.caps),
    }


def _observed(section: AssessedSection) -> dict[str, JsonValue]:
    if isinstance(section, MonitoringHealth) and section.facts and section.facts.drift:
        return _drift(section.facts.drift)
    if isinstance(section, RetrainingRecommendation) and section.facts:
        return _recommendation(section.facts)
    return {}


def _columns(section: AssessedSection) -> list[Line]:
    """Return the columns that drifted most, each as a line of the section itself."""
    drift = section.facts.drift if isinstance(section, MonitoringHealth) and section.facts else None
    rows = drift_table(drift)[:MOST_COLUMNS] if drift else []
    return [Line(section.asset, {key.lower(): cell for key, cell in row.items()}) for row in rows]


def _drift(drift: DriftObservation) -> dict[str, JsonValue]:
    score = drift.overall_drift_score
    return {
        "compared": [drift.reference, drift.current],
        "rows": [drift.reference_rows, drift.current_rows],
        "target": drift.target,
        "drift_score": None if score is None else round(score, 2),
        "health": drift.health,
        "classification": drift.classification,
        "because": drift.because,
        "columns_compared": drift.features_compared,
        "columns_drifted": drift.features_drifted,
        "columns_lost": list(drift.only_in_reference[:MOST_COLUMNS]),
        "columns_new": list(drift.only_in_current[:MOST_COLUMNS]),
        "relation_moved_by": None if drift.relation is None else round(drift.relation.value, 2),
        "season_explains_it": drift.season.is_explained if drift.season else None,
    }


def _recommendation(facts: RetrainingRecommendationFacts) -> dict[str, JsonValue]:
    return {
        "recommended": facts.action.value,
        "because": facts.because,
        "mandated_urgency": facts.urgency.value,
        "strategy": facts.strategy.value,
        "confidence": round(facts.confidence, 2),
        "confidence_because": facts.confidence_because,
        "triggers": [
            {"name": each.name, "mandates": each.urgency.value, "because": each.because}
            for each in facts.triggers
        ],
        "evaluate": list(facts.plan.evaluation),
        "promote_when": list(facts.plan.promotion),
    }
