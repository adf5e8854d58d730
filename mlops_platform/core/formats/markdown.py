"""The report as Markdown, for comments on a code host and for the Dagster UI.

No image and no raw HTML, ever: a viewer would fetch the one and trust the other. Whatever came from
a repository goes through `escaping`.
"""

from collections.abc import Iterable

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Evidence, Finding
from mlops_platform.core.language_model import Words
from mlops_platform.core.report.changed import change_groups, changes_in_short, shown_outcomes
from mlops_platform.core.report.escaping import for_markdown, for_markdown_code, one_line
from mlops_platform.core.report.outline import (
    WAIVED,
    by_reason,
    cap_scope,
    caps_in_force,
    groups,
    home_page,
    link,
    open_count,
    place,
    why_unscored,
)
from mlops_platform.core.report.project_overview import Item, Row, overview
from mlops_platform.core.report.quotation import Part, quote, silence_of
from mlops_platform.core.report.quoted_markdown import part_as_markdown, quoted_markdown
from mlops_platform.core.report.section_overview import section_overview
from mlops_platform.core.report.words import (
    OUTCOMES,
    as_reason,
    as_sentence,
    band,
    ended,
    heading,
    percent,
    shown_points,
    shown_score,
    title,
)
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import Changes, FindingChange
from mlops_platform.core.sections.section import AssessedSection

MEDIA_TYPE = "text/markdown"
SUFFIX = ".md"

MOST_CHARACTERS = 60_000
"""A comment on GitHub holds 65 536."""
MOST_PLACES = 5
MOST_NAMES = 12
MOST_CHANGES = 8
CUT = "\n*The report is longer than fits here; the HTML and JSON formats hold all of it.*\n"


def render(report: ReadinessReport) -> str:
    """Write a report as Markdown of bounded length, cut between two blocks where it must be."""
    text = ""
    for block in _blocks(report):
        if len(text) + len(block) > MOST_CHARACTERS - len(CUT):
            return text + CUT
        text += ("\n" if text else "") + block
    return text


def _blocks(report: ReadinessReport) -> Iterable[str]:
    yield _heading(report)
    yield from _in_words(report, report.interpretation)
    if report.is_ml_project is not False:
        yield _sections_table(report)
    if report.changes:
        yield from _changes(report, report.changes)
    yield from _caps(report)
    yield from _actions(report)
    facts = report.sections.project_profile.facts
    if facts:
        yield "## What it is made of\n"
        yield "".join(_overview_row(report.revision, row) for row in overview(facts))
    for asset, section in report.sections.by_asset().items():
        yield from _section(report, asset, section)
    yield _footer(report)


def _heading(report: ReadinessReport) -> str:
    score = report.readiness_score
    summary = (
        f"**{shown_score(score)} of 10 · {band(score)}**"
        f" · {percent(report.coverage)} of what was asked could be answered\n\n"
        if score is not None
        else ""
    )
    name, address = for_markdown(report.repository), home_page(report)
    linked = f"[{name}]({address})" if address else name
    return f"# {linked}\n\n{summary}{for_markdown(report.verdict)}\n"


def _sections_table(report: ReadinessReport) -> str:
    rows = "".join(
        f"| {title(asset)}{' (weakest)' if asset == report.weakest_section else ''}"
        f" | {shown_score(section.score)} | {percent(section.coverage)} | {open_count(section)} |\n"
        for asset, section in report.sections.by_asset().items()
    )
    return f"| Section | Score | Coverage | To improve |\n| --- | ---: | ---: | ---: |\n{rows}"


def _in_words(report: ReadinessReport, words: Words | None) -> Iterable[str]:
    """Quote a model, so that nobody takes its words for ours; or say why it is silent."""
    if silence := silence_of(report, words):
        yield f"*{for_markdown(silence)}*\n"
    if quoted := quote(report, words):
        parts = (_part(part) for part in quoted.parts)
        yield quoted_markdown(quoted.speaker, parts, quoted.remarks)


def _part(part: Part) -> str:
    cited = ((each.text, [c.name for c in each.citations]) for each in part.sentences)
    return part_as_markdown(part.label, cited)


def _changes(report: ReadinessReport, changes: Changes) -> Iterable[str]:
    yield "## Since the last report\n"
    since = for_markdown_code(one_line(changes.since.commit)[:12])
    rows = [f"- Since commit {since}: {changes_in_short(report, changes)}.\n"]
    for group in change_groups(changes):
        more = len(group.findings) - MOST_CHANGES
        shown = "; ".join(_change(each) for each in group.findings[:MOST_CHANGES])
        rows.append(f"- {group.heading}: {shown}{f'; {more} more' if more > 0 else ''}.\n")
    yield "".join(rows)


def _change(change: FindingChange) -> str:
    return f"{for_markdown(heading(change.claim), 160)} ({shown_outcomes(change)})"


def _caps(report: ReadinessReport) -> Iterable[str]:
    if report.caps:
        yield "## What holds the score\n"
        yield "".join(
            f"- No {cap_scope(cap)} score above **{shown_score(cap.limit)}**:"
            f" {for_markdown(ended(cap.reason))}"
            + (f" **Fix:** {for_markdown(as_sentence(finding.fix))}" if finding else "")
            + "\n"
            for cap, finding in caps_in_force(report)
        )


def _actions(report: ReadinessReport) -> Iterable[str]:
    if report.priority_actions:
        yield "## Do these first\n"
        yield (
            "| | Fix | Because | Effort | Regains |\n| ---: | --- | --- | --- | ---: |\n"
            + "".join(
                f"| {number} | {for_markdown(as_sentence(action.fix))}"
                f" | {for_markdown(as_reason(action.because))}"
                f" | {action.effort} | {shown_points(action.total_points)} |\n"
                for number, action in enumerate(report.priority_actions, start=1)
            )
        )


def _overview_row(revision: Revision, row: Row) -> str:
    shown = [_item(revision, item) for item in row.items]
    if row.omitted:
        shown.append(f"{row.omitted} more")
    return f"- **{row.label}:** {'; '.join(shown) or 'none found'}\n"


def _item(revision: Revision, item: Item) -> str:
    escape = for_markdown_code if item.is_code else for_markdown
    text = escape(item.text, 200)
    note = f" ({for_markdown(item.note, 200)})" if item.note else ""
    return _linked(revision, text, item.evidence) + note


def _section(report: ReadinessReport, asset: str, section: AssessedSection) -> Iterable[str]:
    is_scored = report.readiness_score is not None and section.score is not None
    score = f": {shown_score(section.score)} of 10" if is_scored else ""
    yield f"## {title(asset)}{score}\n"
    if section.failure:
        yield f"This section could not be assessed: {for_markdown(ended(section.failure))}\n"
        return
    if reason := why_unscored(section):
        yield f"*{for_markdown(as_reason(reason))}*\n"
    yield from _in_words(report, section.interpretation)
    if rows := section_overview(section):
        yield "".join(_overview_row(report.revision, row) for row in rows)
    for group in groups(section):
        yield f"### {group.heading} ({len(group.findings)})\n"
        if group.is_open:
            for finding in group.findings:
                yield _open_finding(report.revision, finding)
        elif group.heading == WAIVED:
            yield "".join(_waived(finding) for finding in group.findings)
        elif group.is_unknown:
            reasons = by_reason(group.findings).items()
            yield "".join(_unknown(tuple(found), reason) for reason, found in reasons)
        else:
            yield _names(group.findings)


def _open_finding(revision: Revision, finding: Finding) -> str:
    points = finding.total_points
    regains = f", regains {shown_points(points)}" if points else ""
    outcome = OUTCOMES[finding.outcome].capitalize()
    because = for_markdown(as_reason(finding.because))
    lines = [
        f"- **{for_markdown(finding.claim)}** {outcome}: {because} *{finding.effort}{regains}*\n",
        f"  - Why: {for_markdown(as_sentence(finding.why))}\n",
        f"  - Fix: {for_markdown(as_sentence(finding.fix))}\n",
    ]
    seen = [_place(revision, evidence) for evidence in finding.evidence[:MOST_PLACES]]
    more = len(finding.evidence) - len(seen) + finding.evidence_omitted
    if seen:
        lines.append(f"  - Seen: {'; '.join(seen)}{f'; {more} more' if more else ''}\n")
    return "".join(lines)


def _waived(finding: Finding) -> str:
    because, reason = for_markdown(as_reason(finding.because)), for_markdown(ended(finding.waived))
    return f"- **{for_markdown(finding.claim)}** {because} Waived: {reason}\n"


def _unknown(findings: tuple[Finding, ...], reason: str) -> str:
    return f"- {_names(findings).rstrip()} *{for_markdown(as_reason(reason))}*\n"


def _names(findings: tuple[Finding, ...]) -> str:
    shown = " ".join(for_markdown(finding.claim, 160) for finding in findings[:MOST_NAMES])
    more = len(findings) - MOST_NAMES
    return f"{shown}{f' And {more} more.' if more > 0 else ''}\n"


def _place(revision: Revision, evidence: Evidence) -> str:
    where = place(evidence)
    shown = _linked(revision, for_markdown_code(where, 200), evidence) if where else ""
    note = for_markdown(evidence.note, 200)
    return f"{shown} ({note})" if shown and note else shown or note


def _linked(revision: Revision, text: str, evidence: Evidence | None) -> str:
    address = link(revision, evidence) if evidence else None
    return f"[{text}]({address})" if address else text


def _footer(report: ReadinessReport) -> str:
    commit = for_markdown_code(one_line(report.commit, 64))
    weights = ", ".join(f"{title(asset)} {weight:g}" for asset, weight in report.weights.items())
    counted = f" Weights: {weights}." if weights else ""
    return f"---\n\nRead at commit {commit}.{counted}\n"
