"""The asset mlops_readiness."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.sections.mlops_readiness import MlopsReadiness, MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="assess",
    kinds={"python"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def mlops_readiness(project_profile: ProjectProfile) -> MlopsReadiness:
    """Does the project practise the lifecycle?"""
    return assess_gathered(
        MlopsReadiness,
        project_profile.revision,
        lambda: MlopsReadinessFacts.of(project_profile.gathered_facts()),
    )
