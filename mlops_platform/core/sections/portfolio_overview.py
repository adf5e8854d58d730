"""What portfolio_overview stores: all repositories side by side."""

from typing import Literal

from mlops_platform.core.evidence import Frozen


class PortfolioEntry(Frozen):
    """One repository's line: its score, its weakest section and its first action."""

    repository: str
    commit: str
    is_ml_project: bool | None
    readiness_score: float | None
    coverage: float
    section_scores: dict[str, float | None]
    weakest_section: str | None
    first_action: str | None


class PortfolioOverview(Frozen):
    """All repositories, best first, those without a score last.

    `unreadable` are repositories whose stored report this version of the platform cannot read.
    """

    asset: Literal["portfolio_overview"] = "portfolio_overview"
    entries: tuple[PortfolioEntry, ...]
    unreadable: tuple[str, ...] = ()
