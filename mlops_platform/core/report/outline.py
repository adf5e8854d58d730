"""The outline that every written format follows: groups of findings, places, caps and their fix."""

from collections import Counter
from typing import NamedTuple

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Cap, Evidence, Finding, Outcome
from mlops_platform.core.report.source_links import link_to
from mlops_platform.core.report.words import percent, title, within_sentence
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.section import AssessedSection

OPEN = (Outcome.UNMET, Outcome.PARTLY_MET)
WAIVED = "Waived by the repository"
WELL_KNOWN = 0.75
"""A score that fewer of its questions than this speak for is shown with their share."""

GROUPS = (
    ("To improve", OPEN),
    ("Could not be known", (Outcome.UNKNOWN,)),
    ("Met", (Outcome.MET,)),
    ("Not applicable", (Outcome.NOT_APPLICABLE,)),
)


class Group(NamedTuple):
    """Findings of one section that belong together, those that regain most first."""

    heading: str
    findings: tuple[Finding, ...]

    @property
    def is_unknown(self) -> bool:
        """Tell whether these could not be answered."""
        return self.heading == GROUPS[1][0]

    @property
    def is_open(self) -> bool:
        """Tell whether these are to be improved."""
        return self.heading == GROUPS[0][0]


class CapInForce(NamedTuple):
    """A cap with the finding that lifts it; None where a stored report lacks the finding."""

    cap: Cap
    finding: Finding | None


def groups(section: AssessedSection) -> tuple[Group, ...]:
    """Return the findings of a section in the order of reading; empty groups are left out."""
    found = [
        Group(heading, tuple(sorted(_with(section, outcomes), key=_by_gain)))
        for heading, outcomes in GROUPS
    ]
    waived = sorted((f for f in section.findings if f.waived), key=_by_gain)
    found.insert(1, Group(WAIVED, tuple(waived)))
    return tuple(group for group in found if group.findings)


def caps_in_force(report: ReadinessReport) -> tuple[CapInForce, ...]:
    """Return every cap of the report beside the finding that it rests on."""
    findings = {
        (asset, finding.rule): finding
        for asset, section in report.sections.by_asset().items()
        for finding in section.findings
    }
    return tuple(CapInForce(cap, findings.get((cap.asset, cap.rule))) for cap in report.caps)


def cap_scope(cap: Cap) -> str:
    """Name the score that a cap is about, as inside a sentence."""
    return "total" if cap.scope == "total" else within_sentence(title(cap.asset))


def place(evidence: Evidence) -> str:
    """Say where evidence can be seen, as `path:line` or in words."""
    parts = [evidence.path or ""]
    if evidence.path and evidence.line:
        parts = [f"{evidence.path}:{evidence.line}"]
    if evidence.cell:
        parts.append(f"cell {evidence.cell}")
    if evidence.column is not None:
        parts.append(f"column {evidence.column}")
    if evidence.run_id is not None:
        parts.append(f"run {evidence.run_id}")
    return ", ".join(part for part in parts if part)


def link(revision: Revision, evidence: Evidence) -> str | None:
    """Return the address of the place at the commit, None where the host cannot show it."""
    return link_to(revision, evidence.path, evidence.line) if evidence.path else None


def home_page(report: ReadinessReport) -> str | None:
    """Return the repository's own address; a local directory and a strange address have none."""
    url = report.revision.url or ""
    return url if url == f"https://{report.repository}" else None


def open_count(section: AssessedSection) -> int:
    """Count the claims of a section that are not, or only partly, met, nor waived."""
    return len(_with(section, OPEN))


def remark(section: AssessedSection) -> str:
    """Say what stands beside a section's score: what is open, and how little speaks for it."""
    if section.failure:
        return "could not be assessed"
    if section.score is None:
        return "does not apply" if section.coverage == 1 else "could not be told"
    known = f", {percent(section.coverage)} known" if section.coverage < WELL_KNOWN else ""
    return f"{open_count(section)} to improve{known}"


def why_unscored(section: AssessedSection) -> str:
    """Return the reason that most claims of a section without a score share; "" where it has one.

    A failure says why by itself.
    """
    if section.score is not None or section.failure:
        return ""
    reasons = Counter(finding.because for finding in section.findings if finding.because)
    return max(reasons, key=lambda reason: (reasons[reason], reason), default="")


def by_reason(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    """Put findings together that give the same reason, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.because, []).append(finding)
    return found


def waived_count(section: AssessedSection) -> int:
    """Count the claims of a section that the repository waives."""
    return sum(bool(finding.waived) for finding in section.findings)


def open_total(report: ReadinessReport) -> int:
    """Count the claims of all sections that are not, or only partly, met."""
    return sum(open_count(section) for section in report.sections.by_asset().values())


def _with(section: AssessedSection, outcomes: tuple[Outcome, ...]) -> list[Finding]:
    return [f for f in section.findings if f.outcome in outcomes and not f.waived]


def _by_gain(finding: Finding) -> tuple[float, float, int, str]:
    return (-(finding.total_points or 0), -finding.points, -finding.weight, finding.rule)
