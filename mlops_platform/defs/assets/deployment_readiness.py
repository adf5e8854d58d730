"""The asset deployment_readiness."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.ports import Checkouts, Isolation
from mlops_platform.core.sections.deployment_readiness import (
    DeploymentReadiness,
    DeploymentReadinessFacts,
)
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="assess",
    kinds={"git", "python"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def deployment_readiness(
    project_profile: ProjectProfile,
    checkouts: dg.ResourceParam[Checkouts],
    isolation: dg.ResourceParam[Isolation],
) -> DeploymentReadiness:
    """Could it be served, and rolled back, tomorrow?"""
    return assess_gathered(
        DeploymentReadiness,
        project_profile.revision,
        lambda: isolation.run(
            DeploymentReadinessFacts,
            "deployment_readiness",
            checkouts.at(project_profile.revision),
            project_profile.gathered_facts(),
        ),
    )
