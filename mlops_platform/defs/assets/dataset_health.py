"""The asset dataset_health."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.catalog_entry import Catalog, CatalogEntry
from mlops_platform.core.ports import Checkouts, Isolation
from mlops_platform.core.sections.dataset_health import DatasetHealth, DatasetHealthFacts
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="assess",
    kinds={"git", "polars"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def dataset_health(
    project_profile: ProjectProfile,
    catalog: dg.ResourceParam[Catalog],
    checkouts: dg.ResourceParam[Checkouts],
    isolation: dg.ResourceParam[Isolation],
) -> DatasetHealth:
    """Is the data fit to learn from?"""
    revision = project_profile.revision
    return assess_gathered(
        DatasetHealth,
        revision,
        lambda: isolation.run(
            DatasetHealthFacts,
            "dataset_health",
            checkouts.at(revision),
            project_profile.gathered_facts(),
            catalog.entries().get(
                revision.repository, CatalogEntry(repository=revision.repository)
            ),
        ),
    )
