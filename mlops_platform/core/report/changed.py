"""What differs from the report of an earlier commit, as every format shows it."""

from typing import NamedTuple

from mlops_platform.core.evidence import Outcome
from mlops_platform.core.report.words import OUTCOMES, shown_score, title
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import Changes, FindingChange, ScoreChange


class ChangeGroup(NamedTuple):
    """Findings that changed in one way."""

    heading: str
    findings: tuple[FindingChange, ...]


def change_groups(changes: Changes) -> tuple[ChangeGroup, ...]:
    """Return the findings that changed, those that ask for something first."""
    groups = (
        ChangeGroup("Broken", changes.broken),
        ChangeGroup("Mended", changes.mended),
        ChangeGroup("Other", changes.other),
    )
    return tuple(group for group in groups if group.findings)


def whole_score(report: ReadinessReport, changes: Changes) -> ScoreChange | None:
    """Return how the readiness score changed, None where it stands."""
    return next((each for each in changes.scores if each.asset == report.asset), None)


def section_scores(report: ReadinessReport, changes: Changes) -> str:
    """Return how the scores of sections changed, as one clause; empty where they stand."""
    return "; ".join(
        f"{title(each.asset)} {shown_change(each)}"
        for each in changes.scores
        if each.asset != report.asset
    )


def shown_change(change: ScoreChange) -> str:
    """Return a score before and after."""
    return f"{shown_score(change.before)} → {shown_score(change.after)}"


def shown_outcomes(change: FindingChange) -> str:
    """Return the outcome before and after, in words."""
    return f"{_word(change.before)} → {_word(change.after)}"


def changes_in_short(report: ReadinessReport, changes: Changes) -> str:
    """Say how the score and the findings changed."""
    score = whole_score(report, changes)
    counts = (
        (len(changes.broken), "broken"),
        (len(changes.mended), "mended"),
        (len(changes.other), "answered otherwise"),
    )
    said = [f"{number} {word}" for number, word in counts if number]
    stands = f"score {shown_score(report.readiness_score)} as before"
    return ", ".join([f"score {shown_change(score)}" if score else stands, *said])


def is_known(report: ReadinessReport, change: FindingChange) -> bool:
    """Tell whether the report holds the finding, so that a link to it leads somewhere."""
    section = report.sections.by_asset().get(change.asset)
    return section is not None and any(f.rule == change.rule for f in section.findings)


def _word(outcome: Outcome | None) -> str:
    return OUTCOMES[outcome] if outcome else "not asked"
