"""What Dagster's UI shows of a stored section: numbers and tables at once, long text on a click."""

from collections.abc import Iterable
from functools import singledispatch
from urllib.parse import quote

import dagster as dg

from mlops_platform.core.evidence import Finding, Frozen
from mlops_platform.core.render import render
from mlops_platform.core.report.escaping import for_markdown, one_line
from mlops_platform.core.report.execution_text import (
    execution_lines,
    metric_rows,
    planning_lines,
    registration_lines,
)
from mlops_platform.core.report.outline import (
    CapInForce,
    cap_scope,
    caps_in_force,
    groups,
    open_count,
)
from mlops_platform.core.report.project_overview import Row as OverviewRow
from mlops_platform.core.report.project_overview import overview
from mlops_platform.core.report.section_overview import drift_table, section_overview
from mlops_platform.core.report.words import OUTCOMES, percent, shown_points, shown_score, title
from mlops_platform.core.sections.executed_section import ExecutedSection
from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.core.sections.model_registration import ModelRegistration
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.portfolio_overview import PortfolioEntry, PortfolioOverview
from mlops_platform.core.sections.project_profile import ProjectProfile, ProjectProfileFacts
from mlops_platform.core.sections.readiness_report import PriorityAction, ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges
from mlops_platform.core.sections.section import AssessedSection
from mlops_platform.defs.changes_metadata import metadata_of_changes
from mlops_platform.defs.interpretations_metadata import metadata_of_interpretations
from mlops_platform.defs.metadata_values import (
    Metadata,
    Row,
    linked_places,
    markdown,
    markdown_table,
    places,
    revision_of,
    score,
    sentence,
    table,
)

PARTITION_PAGE = "/assets/readiness_report?view=partitions&partition="


@singledispatch
def metadata_of(section: Frozen) -> Metadata:
    """Return what is shown of a stored section, by its type."""
    raise TypeError(f"no metadata is defined for {type(section).__name__}")


metadata_of.register(ReportChanges, metadata_of_changes)
metadata_of.register(Interpretations, metadata_of_interpretations)


@metadata_of.register
def _of_section(section: AssessedSection) -> Metadata:
    facts = section.facts if isinstance(section, ProjectProfile) else None
    failure = sentence(section.failure)
    return {
        **score("score", section.score),
        "coverage": dg.MetadataValue.float(section.coverage),
        **revision_of(section.revision),
        **({"could_not_be_assessed": dg.MetadataValue.text(failure)} if failure else {}),
        **(table("what_it_is_made_of", _overview(facts)) if facts else {}),
        **_observed(section),
        "findings_with_links": markdown("\n".join(_linked_groups(section))),
        **table("findings", (_finding(f) for group in groups(section) for f in group.findings)),
    }


@metadata_of.register
def _of_report(report: ReadinessReport) -> Metadata:
    return {
        **score("readiness_score", report.readiness_score),
        "verdict": dg.MetadataValue.text(sentence(report.verdict)),
        "report": markdown(render(report, "markdown")),
        "coverage": dg.MetadataValue.float(report.coverage),
        **revision_of(report.revision),
        **table("sections", (_section(report, asset) for asset in report.sections.by_asset())),
        **table("what_holds_the_score", (_cap(cap) for cap in caps_in_force(report))),
        **table("do_these_first", (_action(action) for action in report.priority_actions)),
    }


@metadata_of.register
def _of_execution(section: ExecutedSection) -> Metadata:
    shown = {
        **revision_of(section.revision),
        "in_short": markdown(_as_code(execution_lines(section))),
        **table("metrics", metric_rows(section)),
    }
    if section.planning is not None:
        shown["plan"] = markdown(_as_code(planning_lines(section.planning)))
    if section.link:
        shown["recorded_run"] = dg.MetadataValue.url(section.link)
    return shown


@metadata_of.register
def _of_registration(section: ModelRegistration) -> Metadata:
    return {
        **revision_of(section.revision),
        "model": dg.MetadataValue.text(section.model),
        "in_short": markdown(_as_code(registration_lines(section))),
        **({"version": dg.MetadataValue.int(section.version)} if section.version else {}),
    }


@metadata_of.register
def _of_portfolio(portfolio: PortfolioOverview) -> Metadata:
    assets = list(dict.fromkeys(a for e in portfolio.entries for a in e.section_scores))
    return {
        "repositories": dg.MetadataValue.int(len(portfolio.entries)),
        "overview": markdown(
            markdown_table(
                ["Repository", "Score", "Coverage", *(title(asset) for asset in assets)],
                (_scores(entry, assets) for entry in portfolio.entries),
            )
        ),
        **table("do_these_first", (_first_action(entry) for entry in portfolio.entries)),
        **table("analyze_again", ({"Repository": key} for key in portfolio.unreadable)),
    }


def _as_code(lines: Iterable[str]) -> str:
    """Set lines as they are: indented text is shown, and nothing in it is Markdown."""
    return "".join(f"    {line}\n" for line in lines)


def _section(report: ReadinessReport, asset: str) -> Row:
    section = report.sections.by_asset()[asset]
    return {
        "Section": title(asset),
        "Score": shown_score(section.score),
        "Coverage": percent(section.coverage),
        "To improve": open_count(section),
        "Note": "the weakest" if asset == report.weakest_section else "",
    }


def _cap(in_force: CapInForce) -> Row:
    cap, finding = in_force
    return {
        "Score": cap_scope(cap),
        "At most": shown_score(cap.limit),
        "Because": sentence(cap.reason),
        "Fix": sentence(finding.fix) if finding else "",
    }


def _action(action: PriorityAction) -> Row:
    return {
        "Fix": sentence(action.fix),
        "Because": sentence(action.because),
        "Effort": action.effort,
        "Regains": shown_points(action.total_points),
    }


def _overview(facts: ProjectProfileFacts) -> Iterable[Row]:
    return _shown_rows(overview(facts))


def _shown_rows(rows: Iterable[OverviewRow]) -> Iterable[Row]:
    for row in rows:
        shown = [one_line(f"{i.text} ({i.note})" if i.note else i.text) for i in row.items]
        more = [f"{row.omitted} more"] if row.omitted else []
        yield {"Part": row.label, "Found": "; ".join([*shown, *more]) or "none found"}


def _observed(section: AssessedSection) -> Metadata:
    """Show the recommendation, and every column that was compared."""
    drift = section.facts.drift if isinstance(section, MonitoringHealth) and section.facts else None
    return {
        **table("in_short", _shown_rows(section_overview(section))),
        **(table("columns_compared", drift_table(drift)) if drift else {}),
    }


def _finding(finding: Finding) -> Row:
    return {
        "Claim": finding.claim,
        "Outcome": OUTCOMES[finding.outcome],
        "Because": sentence(finding.because),
        "Where": places(finding),
        "Regains": shown_points(finding.points) if finding.points else "",
    }


def _linked_groups(section: AssessedSection) -> Iterable[str]:
    for heading, findings in groups(section):
        yield f"**{heading} ({len(findings)})**\n"
        yield from (
            f"- **{for_markdown(finding.claim)}** {for_markdown(sentence(finding.because))}"
            f" {linked_places(section.revision, finding)}\n  - Fix: {for_markdown(finding.fix)}"
            for finding in findings
        )
        yield ""


def _scores(entry: PortfolioEntry, assets: Iterable[str]) -> list[str]:
    address = PARTITION_PAGE + quote(entry.repository, safe="")
    return [
        f"[{for_markdown(entry.repository)}]({address})",
        shown_score(entry.readiness_score),
        percent(entry.coverage),
        *(shown_score(entry.section_scores.get(asset)) for asset in assets),
    ]


def _first_action(entry: PortfolioEntry) -> Row:
    return {
        "Repository": entry.repository,
        "Score": shown_score(entry.readiness_score),
        "First action": sentence(entry.first_action or "") or "none",
    }
