import contextlib
import sqlite3
import threading

import dagster as dg
import pytest
import yaml

from mlops_platform.defs.embedded_storage import EmbeddedStorage, EventLog
from mlops_platform_tests.defs.drawn_platform import draw_platform, run


@pytest.fixture
def instance(tmp_path):
    config = {
        "telemetry": {"enabled": False},
        "storage": {
            "custom": {
                "module": "mlops_platform.defs.embedded_storage",
                "class": "EmbeddedStorage",
                "config": {"base_dir": str(tmp_path / "dagster")},
            }
        },
    }
    (tmp_path / "dagster.yaml").write_text(yaml.safe_dump(config))
    with dg.DagsterInstance.from_config(str(tmp_path)) as opened:
        yield opened


def test_a_run_and_its_events_are_kept_in_one_folder(instance, tmp_path):
    run(draw_platform(), instance)
    instance.dispose()
    databases = sorted(path.name for path in (tmp_path / "dagster").glob("*.db"))
    assert databases == ["event_log.db", "runs.db", "schedules.db"]
    with dg.DagsterInstance.from_config(str(tmp_path)) as reopened:
        (kept,) = reopened.get_runs()
        assert kept.status is dg.DagsterRunStatus.SUCCESS
        assert reopened.get_latest_materialization_event(dg.AssetKey("readiness_report"))


def test_connections_are_reused_and_do_not_wait_for_the_disk(instance):
    log = instance.event_log_storage
    assert isinstance(log, EventLog)
    seen = set()
    for _ in range(3):
        with log.index_connection() as connection:
            seen.add(id(connection.connection.dbapi_connection))
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert len(seen) == 1


def test_a_failed_transaction_leaves_nothing_behind(instance):
    insert = "INSERT INTO run_tags (run_id, key, value) VALUES ('a', 'b', 'c')"
    with contextlib.suppress(RuntimeError), instance.run_storage.connect() as connection:
        assert connection.exec_driver_sql(insert).rowcount == 1
        raise RuntimeError
    with instance.run_storage.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM run_tags").scalar() == 0


def test_a_watcher_hears_events_that_stand_in_the_log_only(instance):
    result = run(draw_platform(), instance, "project_profile")
    heard, has_all = [], threading.Event()

    def listen(entry: dg.EventLogEntry, _: str) -> None:
        heard.append(entry.message)
        if "late event" in entry.message:
            has_all.set()

    instance.watch_event_logs(result.run_id, None, listen)
    run_record = instance.get_run_by_id(result.run_id)
    instance.report_engine_event("late event", run_record)
    assert has_all.wait(10), heard


def test_tables_are_looked_up_again_until_they_are_there(tmp_path):
    log = EventLog(str(tmp_path))
    assert log.has_table("event_logs")
    assert not log.has_table("later")
    with sqlite3.connect(log.get_db_path()) as connection:
        connection.execute("CREATE TABLE later (id INTEGER)")
    assert log.has_table("later")
    log.dispose()


def test_without_a_folder_it_is_under_the_home(home):
    storage = EmbeddedStorage.from_config_value(None, {})
    log = storage.event_log_storage
    assert isinstance(log, EventLog)
    assert log.get_db_path() == str(home / "dagster" / "event_log.db")
