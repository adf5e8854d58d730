"""Marks the findings that the repository waives. A waiver is shown; no score or cap changes by it.

The repository is untrusted: what it may change is which actions are proposed first, nothing more.
"""

from mlops_platform.core.evidence import Finding, Outcome
from mlops_platform.core.sections.readiness_report import ReportSections
from mlops_platform.core.sections.section import AssessedSection

WAIVABLE = frozenset({Outcome.UNMET, Outcome.PARTLY_MET})


def waive(sections: ReportSections) -> ReportSections:
    """Return the sections with the reasons that `.mlops-platform.yaml` gives, where they count."""
    facts = sections.project_profile.facts
    reasons = {w.rule: w.reason for w in facts.declaration.waivers} if facts else {}
    if not reasons:
        return sections
    return sections.model_copy(
        update={asset: _marked(section, reasons) for asset, section in sections.by_asset().items()}
    )


def _marked(section: AssessedSection, reasons: dict[str, str]) -> AssessedSection:
    capping = {cap.rule for cap in section.caps}

    def marked(finding: Finding) -> Finding:
        reason = reasons.get(f"{section.asset}/{finding.rule}")
        if reason is None or finding.outcome not in WAIVABLE or finding.rule in capping:
            return finding
        return finding.model_copy(update={"waived": reason})

    return section.model_copy(update={"findings": tuple(map(marked, section.findings))})
