"""The asset portfolio_overview."""

import dagster as dg

from mlops_platform.core.ports import Sections
from mlops_platform.core.sections.portfolio_overview import PortfolioOverview
from mlops_platform.core.survey import survey
from mlops_platform.defs.assets.readiness_report import readiness_report


@dg.asset(
    # Read through the port: as an argument, every repository's whole report would be loaded.
    deps=[readiness_report],
    group_name="report",
    kinds={"json"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def portfolio_overview(sections: dg.ResourceParam[Sections]) -> PortfolioOverview:
    """Which repositories hold up, and which do not?"""
    asset = readiness_report.key.to_user_string()
    stored = ((key, sections.read(asset, key)) for key in sections.repositories(asset))
    return survey((key, text) for key, text in stored if text is not None)
