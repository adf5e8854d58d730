"""What report_changes stores: how a report differs from that of an earlier commit."""

from typing import Literal

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Frozen, Outcome


class FindingState(Frozen):
    """One finding of one report."""

    asset: str
    rule: str
    outcome: Outcome


class ReportState(Frozen):
    """What is kept of a report to compare the next one with."""

    revision: Revision
    readiness_score: float | None
    coverage: float
    section_scores: dict[str, float | None]
    findings: tuple[FindingState, ...]


class ScoreChange(Frozen):
    """A score that differs; None where there was none, or is none."""

    asset: str
    before: float | None
    after: float | None


class FindingChange(Frozen):
    """A finding whose outcome differs; `before` is None where its rule was not asked then."""

    asset: str
    rule: str
    claim: str
    before: Outcome | None
    after: Outcome
    because: str = ""


class Changes(Frozen):
    """What differs between two commits; `readiness_report` is the asset of the whole score.

    `mended` fell short and hold now; `broken` held, or did not apply, and fall short now.
    """

    since: Revision
    scores: tuple[ScoreChange, ...] = ()
    mended: tuple[FindingChange, ...] = ()
    broken: tuple[FindingChange, ...] = ()
    other: tuple[FindingChange, ...] = ()


class ReportChanges(Frozen):
    """A report in short, that of the last other commit, and the changes; None where it is first."""

    asset: Literal["report_changes"] = "report_changes"
    state: ReportState
    before: ReportState | None = None
    changes: Changes | None = None
