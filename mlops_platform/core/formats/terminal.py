"""The report as a screen of plain text, 80 columns wide: what a person sees after `analyze`."""

import textwrap
from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from mlops_platform.core.report.changed import change_groups, changes_in_short
from mlops_platform.core.report.escaping import for_terminal
from mlops_platform.core.report.outline import (
    cap_scope,
    caps_in_force,
    remark,
    waived_count,
    why_unscored,
)
from mlops_platform.core.report.quotation import MARK, overruled, quote, silence_of
from mlops_platform.core.report.section_overview import in_one_line
from mlops_platform.core.report.words import (
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
from mlops_platform.core.sections.readiness_report import PriorityAction, ReadinessReport
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendation
from mlops_platform.core.sections.section import AssessedSection

MEDIA_TYPE = "text/plain"
SUFFIX = ".txt"

WIDTH = 80
BAR = 20
MOST_ACTIONS = 5
MOST_CHANGES = 3
LONGEST_SENTENCE = 600


def render(report: ReadinessReport) -> str:
    """Write the score, what holds it, the sections and the first actions, without colours."""
    lines = [
        *_head(report),
        *_in_words(report),
        *_sections(report),
        *_changes(report),
        *_caps(report),
        *_actions(report),
        *_silence(report),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(report: ReadinessReport) -> Iterable[str]:
    yield _fit(for_terminal(report.repository), WIDTH - 10) + f"  {for_terminal(report.commit)[:7]}"
    yield "─" * WIDTH
    if report.readiness_score is not None:
        yield (
            f"{shown_score(report.readiness_score)} of 10 · {band(report.readiness_score)}"
            f" · {percent(report.coverage)} of what was asked could be answered"
        )
    yield from _wrapped(for_terminal(report.verdict), "")


def _in_words(report: ReadinessReport) -> Iterable[str]:
    """Quote the summary alone; all words stand in the full report."""
    if quoted := quote(report, report.interpretation):
        yield ""
        yield from _wrapped(for_terminal(f"{MARK}, {quoted.speaker}"), "")
        for sentence in (s for part in quoted.parts if not part.label for s in part.sentences):
            cited = ", ".join(each.name for each in sentence.citations)
            shown = f"{sentence.text} [{cited}]" if cited else sentence.text
            yield from _wrapped(for_terminal(shown, LONGEST_SENTENCE), "  > ")


def _changes(report: ReadinessReport) -> Iterable[str]:
    if changes := report.changes:
        since = for_terminal(changes.since.commit)[:7]
        yield ""
        yield from _wrapped(f"Since {since}: {changes_in_short(report, changes)}", "")
        for group in change_groups(changes):
            claims = [heading(each.claim) for each in group.findings[:MOST_CHANGES]]
            more = len(group.findings) - len(claims)
            shown = "; ".join([*claims, *([f"{more} more"] if more else [])])
            yield from _wrapped(for_terminal(f"{group.heading}: {shown}"), "  ")


def _silence(report: ReadinessReport) -> Iterable[str]:
    if silence := silence_of(report, report.interpretation):
        yield ""
        yield from _wrapped(for_terminal(silence), "")


def _sections(report: ReadinessReport) -> Iterable[str]:
    if report.is_ml_project is not False:
        yield ""
        for asset, section in report.sections.by_asset().items():
            weakest = ", weakest" if asset == report.weakest_section else ""
            row = f"{_fit(title(asset), 22)} {shown_score(section.score):>4}  {_bar(section.score)}"
            yield f"{row}  {remark(section)}{weakest}"
            if waived := waived_count(section):
                yield f"    {waived} waived by the repository"
            yield from _recommended(section)
            if reason := why_unscored(section):
                yield from _wrapped(for_terminal(as_reason(reason)), "    ")
            if section.failure and section.failure not in report.verdict:
                yield from _wrapped(for_terminal(section.failure), "    ")


def _recommended(section: AssessedSection) -> Iterable[str]:
    facts = section.facts if isinstance(section, RetrainingRecommendation) else None
    if facts and facts.is_asked:
        clause = f"{in_one_line(facts)}: {facts.because}"
        yield from _wrapped(for_terminal(ended(clause)), "    ")
    said = section.interpretation and section.interpretation.interpretation
    for override in said.overrides if said else ():
        yield from _wrapped(for_terminal(overruled(override)), "    ")


def _caps(report: ReadinessReport) -> Iterable[str]:
    if report.caps:
        yield from ("", "What holds the score")
    for cap, finding in caps_in_force(report):
        fix = f" Fix: {for_terminal(as_sentence(finding.fix))}" if finding else ""
        reason = for_terminal(ended(cap.reason))
        limit = shown_score(cap.limit)
        yield from _wrapped(f"no {cap_scope(cap)} score above {limit}: {reason}{fix}", "  ! ")


def _actions(report: ReadinessReport) -> Iterable[str]:
    if not report.priority_actions:
        return
    yield from ("", "Do these first")
    for number, action in enumerate(report.priority_actions[:MOST_ACTIONS], start=1):
        yield from _action(number, action)
    more = len(report.priority_actions) - MOST_ACTIONS
    if more > 0:
        yield f"     and {more} more in the full report"


def _action(number: int, action: PriorityAction) -> Iterable[str]:
    gain = f"{shown_points(action.total_points):>6}  {action.effort:<7}  "
    yield from _wrapped(for_terminal(as_sentence(action.fix)), f"{number:>3}. {gain}")
    yield from _wrapped(for_terminal(as_reason(action.because)), " " * 22 + "· ")


def _bar(score: float | None) -> str:
    if score is None:
        return "·" * BAR
    full = round(BAR * score / 10)
    return "█" * full + "░" * (BAR - full)


def _wrapped(text: str, lead: str) -> list[str]:
    """Wrap by columns, not by characters: some scripts take two columns for one character."""
    room = WIDTH - cell_len(lead)
    characters = room // 2 if cell_len(text) > len(text) else room
    rows = textwrap.wrap(text, characters, break_on_hyphens=False)
    return [(" " * cell_len(lead) if number else lead) + row for number, row in enumerate(rows)]


def _fit(text: str, width: int) -> str:
    return text if cell_len(text) == width else set_cell_size(text, width)
