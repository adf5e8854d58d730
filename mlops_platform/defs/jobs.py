"""The jobs: which assets run together."""

import dagster as dg

ASSESS, EXECUTE, OPERATE, REPORT = "assess", "execute", "operate", "report"
LAUNCHER_TAG, DOCKER = "mlops/launcher", "docker"

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

execute = dg.define_asset_job(
    name="execute",
    description="Train and evaluate a repository in the sandbox, and register its model.",
    selection=dg.AssetSelection.groups(EXECUTE).upstream(),
    # Where the instance has containers for runs, foreign code is run from one of them.
    tags={LAUNCHER_TAG: DOCKER},
)
