"""The partitions of every asset but the portfolio: one for each repository, by its key."""

import dagster as dg
from dagster._core.definitions.partitions.context import PartitionLoadingContext

from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform.core.repository_key import require_key
from mlops_platform.core.settings import load_settings


class RepositoryPartitions(dg.DynamicPartitionsDefinition):
    """Partitions that register a canonical key on first use, and refuse all others."""

    def validate_partition_key(self, partition_key: str, context: PartitionLoadingContext) -> None:
        """Register the key. Raises RefusedRepositoryError for what is not a repository's key."""
        store = context.dynamic_partitions_store
        if isinstance(store, dg.DagsterInstance):
            register_repository(store, partition_key)
        super().validate_partition_key(partition_key, context)


REPOSITORY_SET = "repositories"
REPOSITORIES = RepositoryPartitions(name=REPOSITORY_SET)


def register_repository(instance: dg.DagsterInstance, key: str) -> None:
    """Make a repository a partition of this instance. Raises RefusedRepositoryError."""
    if not instance.has_dynamic_partition(REPOSITORY_SET, key):
        settings = load_settings()
        hosts = read_git_hosts(settings.git_mirrors, settings.allowed_hosts)
        instance.add_dynamic_partitions(REPOSITORY_SET, [require_key(key, hosts.names())])
