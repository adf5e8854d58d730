"""Dagster's storage for a server: PostgreSQL, with connections kept open.

Dagster's own storages open a connection for every statement, and every rule is an asset check whose
answer is stored by itself: a run waits for that longer than for all else.
"""
# mypy: disallow-untyped-calls=False
# Dagster's storages are typed in part.

from collections.abc import Mapping
from typing import Any, Self

from dagster._serdes import ConfigurableClassData
from dagster_postgres import DagsterPostgresStorage
from dagster_postgres.utils import pg_url_from_config
from sqlalchemy import create_engine


class ServerStorage(DagsterPostgresStorage):
    """Configured like `DagsterPostgresStorage`."""

    def __init__(self, postgres_url: str, inst_data: ConfigurableClassData | None = None) -> None:
        super().__init__(postgres_url, inst_data=inst_data)
        # One that broke, because the database was started again, is noticed before it is used.
        engine = create_engine(
            postgres_url, isolation_level="AUTOCOMMIT", pool_pre_ping=True, max_overflow=-1
        )
        for storage in (self._run_storage, self._event_log_storage, self._schedule_storage):
            storage._engine = engine  # noqa: SLF001 (there is no other way to hand it over)

    # Dagster checked the values by their names.
    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, Any]
    ) -> Self:
        """Make the storage that `dagster.yaml` describes."""
        return cls(pg_url_from_config(config_value), inst_data)
