"""Dagster's storage for one machine: SQLite under the platform's home, with connections kept open.

Dagster's own SQLite storages open a connection for every statement. Each closing then copies the
write-ahead log into the database, which costs an analysis with its many checks three times the CPU
and five times the waiting (`benchmarks/embedded_storage.py`).
"""
# mypy: disallow-untyped-calls=False
# Dagster's storages are typed in part.

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Self

import dagster as dg
from dagster._config import UserConfigSchema
from dagster._core.storage.base_storage import DagsterStorage
from dagster._core.storage.event_log import ConsolidatedSqliteEventLogStorage
from dagster._core.storage.event_log.base import EventLogStorage
from dagster._core.storage.runs import SqliteRunStorage
from dagster._core.storage.runs.base import RunStorage
from dagster._core.storage.schedules import SqliteScheduleStorage
from dagster._core.storage.schedules.base import ScheduleStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClass, ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.pool import ConnectionPoolEntry
from watchdog.events import FileSystemEvent, PatternMatchingEventHandler

from mlops_platform.core.settings import load_settings

FOLDER = "dagster"
"""Where the platform's home keeps Dagster's databases and configuration."""


class EventLog(ConsolidatedSqliteEventLogStorage):
    """One database for the events of all runs."""

    @cached_property
    def _engine(self) -> Engine:
        return _pooled_engine(self._conn_string)

    @contextmanager
    def _connect(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            yield connection

    def has_table(self, table_name: str) -> bool:
        """Tell whether a table is there; Dagster asks before every check that it stores."""
        if table_name not in self._tables:
            self._tables.update(inspect(self._engine).get_table_names())
        return table_name in self._tables

    @cached_property
    def _tables(self) -> set[str]:
        return set()

    # Dagster hands over whatever the web server calls back with.
    def watch(self, run_id: str, cursor: str | None, callback: Callable[..., object]) -> None:
        """Call back on new events of a run, also while they stand in the write-ahead log only."""
        is_first = self._obs is None
        super().watch(run_id, cursor, callback)
        if is_first and self._obs is not None:
            self._obs.schedule(_LogWatch(self), self._base_dir)

    def dispose(self) -> None:
        """Close the connections."""
        super().dispose()
        self._engine.dispose()


class Runs(SqliteRunStorage):
    """The runs, their tags, and the partitions that were registered."""

    @cached_property
    def _engine(self) -> Engine:
        return _pooled_engine(self._conn_string)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Give a connection with a transaction of its own."""
        with self._engine.begin() as connection:
            yield connection

    def dispose(self) -> None:
        """Close the connections."""
        super().dispose()
        self._engine.dispose()


class EmbeddedStorage(DagsterStorage, ConfigurableClass):
    """Everything that Dagster stores, in one folder: `base_dir`, or `dagster` in the home."""

    def __init__(self, base_dir: Path, inst_data: ConfigurableClassData | None = None) -> None:
        self._inst_data = inst_data
        base_dir.mkdir(parents=True, exist_ok=True)
        self._event_log_storage = EventLog(str(base_dir))
        self._run_storage = Runs.from_local(str(base_dir))
        self._schedule_storage = SqliteScheduleStorage.from_local(str(base_dir))
        super().__init__()

    @property
    def inst_data(self) -> ConfigurableClassData | None:
        """Return what this storage was made from."""
        return self._inst_data

    @classmethod
    def config_type(cls) -> UserConfigSchema:
        """Return what `dagster.yaml` may set."""
        return {"base_dir": dg.Field(dg.StringSource, is_required=False)}

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, str]
    ) -> Self:
        """Make the storage that `dagster.yaml` names."""
        base_dir = config_value.get("base_dir")
        return cls(Path(base_dir) if base_dir else load_settings().home / FOLDER, inst_data)

    @property
    def event_log_storage(self) -> EventLogStorage[dg.DagsterInstance]:
        """Return where events are kept."""
        return self._event_log_storage

    @property
    def run_storage(self) -> RunStorage[dg.DagsterInstance]:
        """Return where runs are kept."""
        return self._run_storage

    @property
    def schedule_storage(self) -> ScheduleStorage[dg.DagsterInstance]:
        """Return where ticks are kept."""
        return self._schedule_storage


class _LogWatch(PatternMatchingEventHandler):
    def __init__(self, event_log: EventLog) -> None:
        self._event_log = event_log
        super().__init__(patterns=[f"{event_log.get_db_path()}-wal"])

    def on_modified(self, event: FileSystemEvent) -> None:  # noqa: ARG002 (watchdog's signature)
        self._event_log.on_modified()


def _pooled_engine(address: str) -> Engine:
    engine = create_engine(address, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})
    event.listen(engine, "connect", _spare_the_disk)
    return engine


def _spare_the_disk(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # In write-ahead mode this loses nothing when a process dies, and never corrupts the database.
    connection.execute("PRAGMA synchronous=NORMAL")
