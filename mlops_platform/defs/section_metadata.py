"""How what an asset stores is shown in Dagster's UI: its numbers, and its words as Markdown.

Whatever came from a repository is escaped here or by the Markdown format, and no image passes: a
viewer's browser would fetch it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import singledispatch
from urllib.parse import quote

import dagster as dg

from mlops_platform.core.escaping import for_markdown
from mlops_platform.core.evidence import Evidence, Finding, Frozen
from mlops_platform.core.ports import Revision
from mlops_platform.core.render import render
from mlops_platform.core.report_outline import groups, link, place
from mlops_platform.core.report_words import (
    OUTCOMES,
    as_sentence,
    percent,
    shown_points,
    shown_score,
    title,
)
from mlops_platform.core.sections.portfolio_overview import PortfolioEntry, PortfolioOverview
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.section import AssessedSection

IMAGE = re.compile(r"!(?=\[)")
MOST_PLACES = 3
PARTITION_PAGE = "/assets/readiness_report?view=partitions&partition="

Metadata = Mapping[str, dg.MetadataValue]


@singledispatch
def metadata_of(section: Frozen) -> Metadata:
    """Return what Dagster shows of a stored section, by the type of the section."""
    raise TypeError(f"no metadata is defined for {type(section).__name__}")


@metadata_of.register
def _of_section(section: AssessedSection) -> Metadata:
    failure = for_markdown(as_sentence(section.failure)) if section.failure else ""
    return {
        **_score("score", section.score),
        "coverage": dg.MetadataValue.float(section.coverage),
        **_revision(section.revision),
        "findings": markdown(failure or "".join(_groups(section)) or "No claim was asked."),
    }


@metadata_of.register
def _of_report(report: ReadinessReport) -> Metadata:
    return {
        **_score("readiness_score", report.readiness_score),
        "coverage": dg.MetadataValue.float(report.coverage),
        **_revision(report.revision),
        "report": markdown(render(report, "markdown")),
    }


@metadata_of.register
def _of_portfolio(portfolio: PortfolioOverview) -> Metadata:
    assets = list(dict.fromkeys(a for e in portfolio.entries for a in e.section_scores))
    head = ["Repository", "Score", "Coverage", *(title(asset) for asset in assets), "First action"]
    rows = [_portfolio_row(entry, assets) for entry in portfolio.entries]
    shown = {"repositories": dg.MetadataValue.int(len(portfolio.entries))}
    unreadable = "".join(f"- {for_markdown(key)}\n" for key in portfolio.unreadable)
    return {
        **shown,
        "overview": markdown(_table(head, rows)),
        **({"analyze_again": markdown(unreadable)} if unreadable else {}),
    }


def markdown(text: str) -> dg.MarkdownMetadataValue:
    """Return text as Markdown in which no image is left."""
    return dg.MetadataValue.md(IMAGE.sub("", text))


def places(revision: Revision, finding: Finding) -> str:
    """Return where a finding can be seen, as Markdown links to the host at the commit."""
    shown = [_place(revision, evidence) for evidence in finding.evidence[:MOST_PLACES]]
    left = len(finding.evidence) + finding.evidence_omitted - len(shown)
    return ", ".join([*shown, *([f"{left} more"] if left else [])])


def _place(revision: Revision, evidence: Evidence) -> str:
    text, address = for_markdown(place(evidence) or evidence.note), link(revision, evidence)
    return f"[{text}]({address})" if address else text


def _score(name: str, score: float | None) -> Metadata:
    # A missing score is left out: Dagster would plot a zero as if it had been judged.
    return {} if score is None else {name: dg.MetadataValue.float(score)}


def _revision(revision: Revision) -> Metadata:
    shown: dict[str, dg.MetadataValue] = {"commit": dg.MetadataValue.text(revision.commit)}
    if revision.url:
        shown["repository"] = dg.MetadataValue.url(revision.url)
    return shown


def _groups(section: AssessedSection) -> Iterable[str]:
    head = ["Claim", "Outcome", "Because", "Where", "Fix", "Effort", "Regains"]
    for heading, findings in groups(section):
        rows = [_finding_row(section.revision, finding) for finding in findings]
        yield f"**{heading} ({len(findings)})**\n\n{_table(head, rows)}\n"


def _finding_row(revision: Revision, finding: Finding) -> list[str]:
    return [
        for_markdown(finding.claim),
        OUTCOMES[finding.outcome],
        for_markdown(as_sentence(finding.because)) if finding.because else "",
        places(revision, finding),
        for_markdown(as_sentence(finding.fix)),
        finding.effort,
        shown_points(finding.points) if finding.points else "",
    ]


def _portfolio_row(entry: PortfolioEntry, assets: Iterable[str]) -> list[str]:
    partition = quote(entry.repository, safe="")
    return [
        f"[{for_markdown(entry.repository)}]({PARTITION_PAGE}{partition})",
        shown_score(entry.readiness_score),
        percent(entry.coverage),
        *(shown_score(entry.section_scores.get(asset)) for asset in assets),
        for_markdown(as_sentence(entry.first_action)) if entry.first_action else "",
    ]


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
