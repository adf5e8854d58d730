"""The asset monitoring_health."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.observe_operation import observe_operation
from mlops_platform.core.ports import Catalog, Checkouts, Isolation
from mlops_platform.core.sections.dataset_health import DatasetHealth
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="operate",
    kinds={"git", "polars"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def monitoring_health(
    project_profile: ProjectProfile,
    dataset_health: DatasetHealth,
    catalog: dg.ResourceParam[Catalog],
    checkouts: dg.ResourceParam[Checkouts],
    isolation: dg.ResourceParam[Isolation],
) -> MonitoringHealth:
    """Is live data still the training data, and would anyone notice?"""
    revision = project_profile.revision
    return assess_gathered(
        MonitoringHealth,
        revision,
        lambda: observe_operation(
            isolation,
            checkouts.at(revision),
            project_profile.gathered_facts(),
            dataset_health.facts,
            catalog.entries().get(revision.repository),
        ),
    )
