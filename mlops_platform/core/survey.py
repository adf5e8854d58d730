"""All repositories side by side, from their stored reports."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, ValidationError

from mlops_platform.core.sections.portfolio_overview import PortfolioEntry, PortfolioOverview


class _Headline(BaseModel):
    """What a survey takes of a stored report; the rest may be of another version."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Scored(_Headline):
    score: float | None


class _Action(_Headline):
    fix: str


class _Report(_Headline):
    commit: str
    is_ml_project: bool | None
    readiness_score: float | None
    coverage: float
    weakest_section: str | None
    priority_actions: tuple[_Action, ...]
    sections: dict[str, _Scored]


def survey(reports: Iterable[tuple[str, str]]) -> PortfolioOverview:
    """Make one line of each repository's report, given as (key, JSON text)."""
    entries, unreadable = [], []
    for repository, text in reports:
        try:
            report = _Report.model_validate_json(text)
        except ValidationError:
            unreadable.append(repository)
        else:
            entries.append(_entry(repository, report))
    return PortfolioOverview(
        entries=tuple(sorted(entries, key=_by_score)), unreadable=tuple(sorted(unreadable))
    )


def _entry(repository: str, report: _Report) -> PortfolioEntry:
    return PortfolioEntry(
        repository=repository,
        commit=report.commit,
        is_ml_project=report.is_ml_project,
        readiness_score=report.readiness_score,
        coverage=report.coverage,
        section_scores={asset: section.score for asset, section in report.sections.items()},
        weakest_section=report.weakest_section,
        first_action=report.priority_actions[0].fix if report.priority_actions else None,
    )


def _by_score(entry: PortfolioEntry) -> tuple[float, str]:
    score = entry.readiness_score
    return (1.0 if score is None else -score, entry.repository)
