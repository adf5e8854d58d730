"""Two reports of one repository to what differs: scores, and the outcomes of findings.

Only what can be told from stored sections, so the same two reports give the same bytes.
"""

from collections.abc import Iterator

from mlops_platform.core.evidence import Finding, Outcome
from mlops_platform.core.report.words import shown_score
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import (
    Changes,
    FindingChange,
    FindingState,
    ReportChanges,
    ReportState,
    ScoreChange,
)

WHOLE = "readiness_report"
HELD = (Outcome.MET, Outcome.NOT_APPLICABLE)
FELL_SHORT = (Outcome.UNMET, Outcome.PARTLY_MET)


def compare_reports(report: ReadinessReport, former: ReportChanges | None) -> ReportChanges:
    """Return how a report differs from the last one of another commit.

    `former` is what this function returned for the report before. Where that was of the same
    commit, what it was compared with is compared with again.
    """
    state = state_of(report)
    before = _before(state, former)
    return ReportChanges(state=state, before=before, changes=before and _changes(report, before))


def state_of(report: ReadinessReport) -> ReportState:
    """Return what has to be kept of a report to compare the next one with."""
    return ReportState(
        revision=report.revision,
        readiness_score=report.readiness_score,
        coverage=report.coverage,
        section_scores={asset: each.score for asset, each in report.sections.by_asset().items()},
        findings=tuple(
            FindingState(asset=asset, rule=finding.rule, outcome=finding.outcome)
            for asset, finding in _findings(report)
        ),
    )


def _before(state: ReportState, former: ReportChanges | None) -> ReportState | None:
    if former is None:
        return None
    is_same = former.state.revision.commit == state.revision.commit
    return former.before if is_same else former.state


def _changes(report: ReadinessReport, before: ReportState) -> Changes:
    was = {(each.asset, each.rule): each.outcome for each in before.findings}
    changed = [
        FindingChange(
            asset=asset,
            rule=finding.rule,
            claim=finding.claim,
            before=was.get((asset, finding.rule)),
            after=finding.outcome,
            because=finding.because,
        )
        for asset, finding in _findings(report)
        if was.get((asset, finding.rule)) != finding.outcome
    ]
    return Changes(
        since=before.revision,
        scores=tuple(_scores(report, before)),
        mended=tuple(each for each in changed if _is_mended(each)),
        broken=tuple(each for each in changed if _is_broken(each)),
        other=tuple(each for each in changed if not _is_mended(each) and not _is_broken(each)),
    )


def _is_mended(change: FindingChange) -> bool:
    return change.before in FELL_SHORT and change.after is Outcome.MET


def _is_broken(change: FindingChange) -> bool:
    return change.before in HELD and change.after in FELL_SHORT


def _scores(report: ReadinessReport, before: ReportState) -> Iterator[ScoreChange]:
    now = {WHOLE: report.readiness_score, **state_of(report).section_scores}
    was = {WHOLE: before.readiness_score, **before.section_scores}
    for asset, after in now.items():
        if shown_score(was.get(asset)) != shown_score(after):
            yield ScoreChange(asset=asset, before=was.get(asset), after=after)


def _findings(report: ReadinessReport) -> Iterator[tuple[str, Finding]]:
    for asset, section in report.sections.by_asset().items():
        for finding in section.findings:
            yield asset, finding
