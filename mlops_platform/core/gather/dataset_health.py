"""What dataset_health reads: the repository's own tables."""

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WITHOUT_DATA = frozenset({ProjectKind.NOT_ML, ProjectKind.LIBRARY})


def gather_dataset_health(
    checkout: Checkout, profile: ProjectProfileFacts, entry: CatalogEntry | None = None
) -> DatasetHealthFacts:
    """Read and describe the tables that the profile lists; those of a library are not its data.

    `entry` is what the operator's catalog says of the repository.
    """
    if profile.kind in WITHOUT_DATA or not profile.datasets:
        return DatasetHealthFacts.model_validate(DatasetHealthFacts.shared(profile))
    from mlops_platform.core.profiling.own_tables import describe_own_tables

    return describe_own_tables(checkout, profile, entry)
