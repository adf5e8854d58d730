"""The jobs: which assets run together."""

import dagster as dg

ASSESS, OPERATE, REPORT = "assess", "operate", "report"

analyze = dg.define_asset_job(
    name="analyze",
    description="Read a repository, judge it, and write its report.",
    selection=dg.AssetSelection.groups(ASSESS, OPERATE, REPORT),
)

monitor = dg.define_asset_job(
    name="monitor",
    description="Compare a repository's tables again, and bring its report up to date.",
    selection=dg.AssetSelection.groups(OPERATE).downstream(),
)
