import sqlite3

import pytest

from mlops_platform.core.metric_sources import mlflow_sqlite
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, parameters, sentences, steps

TABLES = """
CREATE TABLE runs (run_uuid TEXT, name TEXT, status TEXT, start_time INTEGER);
CREATE TABLE metrics (run_uuid TEXT, key TEXT, value REAL, step INTEGER, is_nan BOOLEAN,
                      timestamp INTEGER);
CREATE TABLE params (run_uuid TEXT, key TEXT, value TEXT);
CREATE TABLE tags (run_uuid TEXT, key TEXT, value TEXT);
"""
RUN = """
INSERT INTO runs VALUES ('a', 'Forest', 'FINISHED', 1);
INSERT INTO metrics VALUES ('a', 'loss', 0.4, 1, 0, 2);
INSERT INTO metrics VALUES ('a', 'loss', 0.5, 0, 0, 1);
INSERT INTO metrics VALUES ('a', 'rmse', 0.8, 0, 0, 1);
INSERT INTO metrics VALUES ('a', 'training_time', 3.5, 0, 0, 1);
INSERT INTO params VALUES ('a', 'alpha', '0.5');
"""


def database(tmp_path, *statements):
    path = tmp_path / "made.db"
    path.unlink(missing_ok=True)
    made = sqlite3.connect(path)
    for statement in statements:
        made.executescript(statement)
    made.close()
    return path.read_bytes()


def test_metrics_and_parameters_of_a_run_in_the_order_of_steps(tmp_path):
    files = draw_files(tmp_path, {"mlflow.db": database(tmp_path, TABLES, RUN)})
    assert steps(measured(mlflow_sqlite, files)) == [
        ("loss", "", 0, 0.5),
        ("loss", "", 1, 0.4),
        ("rmse", "", None, 0.8),
    ]
    assert parameters(mlflow_sqlite, files) == [("alpha", "0.5")]


def test_a_run_that_failed_is_told_and_its_metrics_are_marked(tmp_path):
    failed = RUN.replace("FINISHED", "FAILED")
    files = draw_files(tmp_path, {"mlflow.db": database(tmp_path, TABLES, failed)})
    (sentence,) = sentences(mlflow_sqlite, files)
    assert sentence.startswith("The recorded run mlflow.db (run a) (Forest) says that it failed")
    assert {one.is_final for one in measured(mlflow_sqlite, files)} == {False}


def test_runs_that_were_committed_are_not_of_this_execution(tmp_path):
    new = (
        "INSERT INTO runs VALUES ('b', 'Line', 'FINISHED', 2);"
        "INSERT INTO metrics VALUES ('b', 'rmse', 0.7, 0, 0, 3);"
    )
    before = {"mlflow.db": database(tmp_path, TABLES, RUN)}
    after = {"mlflow.db": database(tmp_path, TABLES, RUN, new)}
    found = measured(mlflow_sqlite, draw_files(tmp_path, after, before))
    assert [(one.name, one.value) for one in found] == [("rmse", 0.7)]


def test_where_the_committed_runs_cannot_be_read_nothing_is_taken_for_new(tmp_path):
    data = database(tmp_path, TABLES, RUN)
    lost = draw_files(tmp_path, {"mlflow.db": data}, {"mlflow.db": data})
    (tmp_path / "project" / "mlflow.db").unlink()
    assert measured(mlflow_sqlite, lost) == []
    assert "what was there before" in sentences(mlflow_sqlite, lost)[0]
    pointer = {"mlflow.db": b"version https://git-lfs.github.com/spec/v1\n"}
    files = draw_files(tmp_path, {"mlflow.db": data}, pointer)
    assert measured(mlflow_sqlite, files) == []
    assert sentences(mlflow_sqlite, files) == ["mlflow.db: not an SQLite database"]


def test_not_a_number_is_not_lost_silently(tmp_path):
    nan = "INSERT INTO metrics VALUES ('a', 'f1', 0, 0, 1, 1);"
    files = draw_files(tmp_path, {"mlflow.db": database(tmp_path, TABLES, RUN, nan)})
    assert [one.value for one in measured(mlflow_sqlite, files) if one.name == "f1"] == [
        float("inf")
    ]


def test_a_database_of_something_else_states_nothing(tmp_path):
    files = draw_files(
        tmp_path, {"app.db": database(tmp_path, "CREATE TABLE metrics (loss REAL);")}
    )
    assert measured(mlflow_sqlite, files) == []
    assert sentences(mlflow_sqlite, files) == []


@pytest.mark.parametrize("cut", [0, 50, 100, 5000])
def test_a_broken_database_is_said(tmp_path, cut):
    data = database(tmp_path, TABLES, RUN)
    broken = data[:cut] + b"\xff" * (len(data) - cut)
    (sentence,) = sentences(mlflow_sqlite, draw_files(tmp_path, {"mlflow.db": broken}))
    assert sentence.startswith("mlflow.db: ")


def test_a_log_that_was_not_written_back_is_said(tmp_path):
    files = draw_files(tmp_path, {"mlflow.db-wal": b"x" * 100, "other.db-journal": b""})
    assert sentences(mlflow_sqlite, files) == [
        "mlflow.db-wal: what was not yet written to its database was not read"
    ]
