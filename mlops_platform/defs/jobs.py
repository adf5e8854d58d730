"""The jobs: which assets run together."""

import dagster as dg

ASSESS, REPORT = "assess", "report"

analyze = dg.define_asset_job(
    name="analyze",
    description="Read a repository, judge it, and write its report.",
    selection=dg.AssetSelection.groups(ASSESS, REPORT),
)
