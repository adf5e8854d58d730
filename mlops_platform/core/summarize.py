"""All sections of one revision to one report: score, coverage, caps, and what to do first.

readiness_score = Σ weight·section score / Σ weight over the sections that have a score, then the
total caps. Points are differences of scores, so making a claim true regains exactly what is stated.
"""

from collections.abc import Mapping

from mlops_platform.core.evidence import Cap, Effort, Finding
from mlops_platform.core.judge import DECIMALS
from mlops_platform.core.report.words import verdict
from mlops_platform.core.sections.readiness_report import (
    PriorityAction,
    ReadinessReport,
    ReportSections,
)
from mlops_platform.core.sections.section import AssessedSection
from mlops_platform.core.waive import waive

DEFAULT_WEIGHTS: Mapping[str, float] = {
    "project_profile": 0.05,
    "dataset_health": 0.20,
    "training_assessment": 0.20,
    "evaluation_assessment": 0.20,
    "mlops_readiness": 0.15,
    "deployment_readiness": 0.10,
    "monitoring_health": 0.10,
    "retraining_recommendation": 0.0,
}

EFFORT_UNITS: Mapping[Effort, float] = {"minutes": 1, "hours": 4, "days": 16}
"""What points are divided by when actions are ordered. The smallest change is reviewed and merged
too, so each word counts four times the one before, not sixty times."""

MOST_ACTIONS = 10

Scores = Mapping[str, float | None]


def summarize(sections: ReportSections, weights: Mapping[str, float]) -> ReadinessReport:
    """Weigh the sections; assets without a weight of their own take the default one.

    `weights` of the report are those of the sections that have a score.
    """
    weights = {**DEFAULT_WEIGHTS, **weights}
    profile = sections.project_profile
    is_ml_project = profile.facts.is_ml_project if profile.facts else None
    scores = {asset: section.score for asset, section in sections.by_asset().items()}
    caps = _caps(sections)
    total = None if is_ml_project is False else readiness_score(scores, weights, caps)
    sections = waive(_with_total_points(sections, total, weights, caps))
    report = ReadinessReport(
        repository=profile.revision.repository,
        commit=profile.revision.commit,
        revision=profile.revision,
        is_ml_project=is_ml_project,
        verdict="",
        readiness_score=total,
        coverage=_coverage(sections, weights),
        weakest_section=None if total is None else _weakest(scores, weights),
        weights={
            asset: weights[asset]
            for asset, score in scores.items()
            if score is not None and weights[asset]
        },
        caps=() if total is None else caps,
        priority_actions=_priority_actions(sections),
        sections=sections,
    )
    return report.model_copy(update={"verdict": verdict(report)})


def readiness_score(
    scores: Scores, weights: Mapping[str, float], caps: tuple[Cap, ...]
) -> float | None:
    """Return the capped weighted mean of the scores that exist; None where none counts."""
    known = [(weights[asset], score) for asset, score in scores.items() if score is not None]
    whole = sum(weight for weight, _ in known)
    if not whole:
        return None
    mean = sum(weight * score for weight, score in known) / whole
    return round(min([mean, *(cap.limit for cap in caps if cap.scope == "total")]), DECIMALS)


def _caps(sections: ReportSections) -> tuple[Cap, ...]:
    caps = (cap for section in sections.by_asset().values() for cap in section.caps)
    return tuple(sorted(caps, key=lambda c: (c.scope != "total", c.limit, c.asset, c.rule)))


def _coverage(sections: ReportSections, weights: Mapping[str, float]) -> float:
    parts = [(weights[asset], s.coverage) for asset, s in sections.by_asset().items()]
    whole = sum(weight for weight, _ in parts)
    return round(sum(w * c for w, c in parts) / whole, DECIMALS) if whole else 0.0


def _weakest(scores: Scores, weights: Mapping[str, float]) -> str | None:
    """Among equals, the section that weighs more is the weaker one to have."""
    known = [
        (score, -weights[asset], asset)
        for asset, score in scores.items()
        if score is not None and weights[asset]
    ]
    return min(known)[2] if known else None


def _with_total_points(
    sections: ReportSections,
    total: float | None,
    weights: Mapping[str, float],
    caps: tuple[Cap, ...],
) -> ReportSections:
    scores = {asset: section.score for asset, section in sections.by_asset().items()}

    def regained(section: AssessedSection, finding: Finding) -> float | None:
        if total is None or section.score is None:
            return None
        if finding.share is None or finding.share == 1:
            return 0.0
        mended = {**scores, section.asset: round(section.score + finding.points, DECIMALS)}
        left = tuple(c for c in caps if (c.asset, c.rule) != (section.asset, finding.rule))
        better = readiness_score(mended, weights, left)
        return None if better is None else round(better - total, DECIMALS)

    def filled(section: AssessedSection) -> AssessedSection:
        findings = tuple(
            finding.model_copy(update={"total_points": regained(section, finding)})
            for finding in section.findings
        )
        return section.model_copy(update={"findings": findings})

    return sections.model_copy(
        update={asset: filled(section) for asset, section in sections.by_asset().items()}
    )


def _priority_actions(sections: ReportSections) -> tuple[PriorityAction, ...]:
    actions = [
        PriorityAction(
            asset=asset,
            rule=finding.rule,
            fix=finding.fix,
            because=finding.because,
            effort=finding.effort,
            total_points=finding.total_points,
        )
        for asset, section in sections.by_asset().items()
        for finding in section.findings
        if finding.total_points and not finding.waived
    ]
    return tuple(sorted(actions, key=_by_points_per_effort)[:MOST_ACTIONS])


def _by_points_per_effort(action: PriorityAction) -> tuple[float, float, str, str]:
    gain = action.total_points / EFFORT_UNITS[action.effort]
    return (-gain, -action.total_points, action.asset, action.rule)
