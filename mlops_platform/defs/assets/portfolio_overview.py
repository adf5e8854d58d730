"""The asset portfolio_overview."""

import dagster as dg

from mlops_platform.core.ports import Sections
from mlops_platform.core.sections.portfolio_overview import PortfolioOverview
from mlops_platform.core.survey import survey

READINESS_REPORT = "readiness_report"


@dg.asset(
    # Read through the port: as an argument, every repository's whole report would be loaded.
    deps=[READINESS_REPORT],
    group_name="report",
    kinds={"json"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def portfolio_overview(sections: dg.ResourceParam[Sections]) -> PortfolioOverview:
    """Which repositories hold up, and which do not?"""
    keys = sections.repositories(READINESS_REPORT)
    stored = ((key, sections.read(READINESS_REPORT, key)) for key in keys)
    return survey((key, text) for key, text in stored if text is not None)
