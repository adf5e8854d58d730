"""Which repositories Dagster knows on the embedded instance: its partitions, by their keys."""

from collections.abc import Iterable

from mlops_platform.defs.embedded_instance import open_instance
from mlops_platform.defs.partitions import REPOSITORY_SET, register_repository


def known_repositories() -> tuple[str, ...]:
    """Return the keys, sorted."""
    with open_instance() as instance:
        return tuple(sorted(instance.get_dynamic_partitions(REPOSITORY_SET)))


def add_repositories(keys: Iterable[str]) -> tuple[str, ...]:
    """Register keys and return those that are new. Raises RefusedRepositoryError."""
    with open_instance() as instance:
        new = sorted(set(keys) - set(instance.get_dynamic_partitions(REPOSITORY_SET)))
        for key in new:
            register_repository(instance, key)
        return tuple(new)


def remove_repository(key: str) -> None:
    """Take a key off the list; what is stored of it stays."""
    with open_instance() as instance:
        instance.delete_dynamic_partition(REPOSITORY_SET, key)
