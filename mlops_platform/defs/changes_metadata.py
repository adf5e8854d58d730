"""What Dagster's UI shows of the changes since an earlier commit."""

import dagster as dg

from mlops_platform.core.report.words import OUTCOMES, shown_score, title
from mlops_platform.core.sections.report_changes import FindingChange, ReportChanges, ScoreChange
from mlops_platform.defs.metadata_values import Metadata, Row, revision_of, sentence, table


def metadata_of_changes(section: ReportChanges) -> Metadata:
    """Return which scores and findings differ; the revision alone for a first report."""
    shown = revision_of(section.state.revision)
    if section.changes is None:
        return shown
    changed = (*section.changes.broken, *section.changes.mended, *section.changes.other)
    return {
        **shown,
        "since": dg.MetadataValue.text(section.changes.since.commit),
        **table("scores", (_score_change(each) for each in section.changes.scores)),
        **table("findings", (_finding_change(each) for each in changed)),
    }


def _score_change(change: ScoreChange) -> Row:
    return {
        "Section": title(change.asset),
        "Before": shown_score(change.before),
        "Now": shown_score(change.after),
    }


def _finding_change(change: FindingChange) -> Row:
    return {
        "Section": title(change.asset),
        "Claim": change.claim,
        "Before": OUTCOMES[change.before] if change.before else "not asked",
        "Now": OUTCOMES[change.after],
        "Because": sentence(change.because),
    }
