"""The asset monitoring_health."""

from functools import partial

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.catalog_entry import Catalog
from mlops_platform.core.model_registry import ModelRegistry
from mlops_platform.core.observe_operation import Tables, observe_operation
from mlops_platform.core.ports import Checkouts, Isolation
from mlops_platform.core.recall_profile import recall_profile
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
# Each port that is asked is a parameter: that is how Dagster hands it over.
def monitoring_health(  # noqa: PLR0913, PLR0917
    project_profile: ProjectProfile,
    dataset_health: DatasetHealth,
    catalog: dg.ResourceParam[Catalog],
    checkouts: dg.ResourceParam[Checkouts],
    isolation: dg.ResourceParam[Isolation],
    models: dg.ResourceParam[ModelRegistry],
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
            Tables(
                dataset_health.facts,
                catalog.entries().get(revision.repository),
                partial(recall_profile, models, revision.repository),
            ),
        ),
    )
