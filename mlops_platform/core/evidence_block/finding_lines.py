"""Findings as lines of evidence, those first that matter most."""

from collections.abc import Callable, Iterable

from pydantic import JsonValue

from mlops_platform.core.evidence import Cap, Evidence, Finding, Outcome
from mlops_platform.core.evidence_block.block import Line
from mlops_platform.core.report.outline import OPEN, place
from mlops_platform.core.report.words import percent
from mlops_platform.core.sections.section import AssessedSection

MOST_PLACES, FEW_PLACES = 5, 1
_ORDER = (Outcome.UNMET, Outcome.PARTLY_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


def finding_lines(section: AssessedSection) -> list[Line]:
    """Return a section's findings: what holds a score down, then by points, then the rest."""
    return [finding_line(section, each) for each in sorted(section.findings, key=_by(section))]


def finding_line(section: AssessedSection, finding: Finding) -> Line:
    """Return one finding; what is not open says less."""
    is_open = finding.outcome in OPEN
    places = finding.evidence[: MOST_PLACES if is_open else FEW_PLACES]
    value: dict[str, JsonValue] = {
        "outcome": finding.outcome.value,
        "claim": finding.claim,
        "because": finding.because,
        "places": [_place(each) for each in places],
    }
    if more := len(finding.evidence) + finding.evidence_omitted - len(places):
        value["more_places"] = more
    if is_open:
        value |= _to_improve(finding)
    if held := [cap.limit for cap in section.caps if cap.rule == finding.rule]:
        value["holds_score_at"] = of_ten(min(held))
    if finding.waived:
        value["waived_by_repository"] = finding.waived
    return Line(finding_id(section.asset, finding.rule), _without_empty(value), is_finding=True)


def finding_id(asset: str, rule: str) -> str:
    """Return the id by which a finding is cited."""
    return f"{asset}.{rule}"


def of_ten(score: float | None) -> str | None:
    """Write a score with its scale, which is no number that could be stated."""
    return None if score is None else f"{score:.1f} of 10"


def cap_values(caps: Iterable[Cap]) -> list[JsonValue]:
    """Return what holds a score down."""
    return [
        {
            "finding": finding_id(cap.asset, cap.rule),
            "score_at_most": of_ten(cap.limit),
            "of": cap.scope,
            "because": cap.reason,
        }
        for cap in caps
    ]


def weight_of(section: AssessedSection, finding: Finding) -> tuple[float, ...]:
    """Return how much a finding matters, the most important first."""
    is_holding = any(cap.rule == finding.rule for cap in section.caps)
    return (
        not is_holding,
        bool(finding.waived),
        -(finding.total_points or 0),
        -finding.points,
        _ORDER.index(finding.outcome),
        -finding.weight,
    )


def _by(section: AssessedSection) -> Callable[[Finding], tuple[float | str, ...]]:
    return lambda finding: (*weight_of(section, finding), finding.rule)


def _to_improve(finding: Finding) -> dict[str, JsonValue]:
    return {
        "met_share": None if finding.share in (None, 0) else percent(finding.share or 0),
        "why": finding.why,
        "fix": finding.fix,
        "effort": finding.effort,
        "points": round(finding.points, 2),
        "total_points": None if finding.total_points is None else round(finding.total_points, 2),
    }


def _place(evidence: Evidence) -> str:
    note = f" ({evidence.note})" if evidence.note else ""
    return f"{place(evidence)}{note}"


def _without_empty(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {key: each for key, each in value.items() if each not in (None, "", [])}
