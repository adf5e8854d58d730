"""The asset project_profile."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.ports import Checkouts, Isolation
from mlops_platform.core.sections.project_profile import ProjectProfile, ProjectProfileFacts
from mlops_platform.defs.partitions import REPOSITORIES


class RevisionConfig(dg.Config):
    """Which revision of the repository to look at: a branch, tag or commit; its HEAD if unset."""

    ref: str | None = None


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="assess",
    kinds={"git", "python"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def project_profile(
    context: dg.AssetExecutionContext,
    config: RevisionConfig,
    checkouts: dg.ResourceParam[Checkouts],
    isolation: dg.ResourceParam[Isolation],
) -> ProjectProfile:
    """What is this repository made of?"""
    checkout = checkouts.fetch(context.partition_key, config.ref)
    return assess_gathered(
        ProjectProfile,
        checkout.revision,
        lambda: isolation.run(ProjectProfileFacts, "project_profile", checkout),
    )
