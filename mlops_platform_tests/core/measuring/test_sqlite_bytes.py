import sqlite3

import pytest

from mlops_platform.core.measuring.sqlite_bytes import Query, UnreadableDatabaseError, rows_of
from mlops_platform_tests.core.costs import cheap_enough

RUNS = Query("runs", ("name", "status"), 10)


def database(tmp_path, script, journal="DELETE"):
    path = tmp_path / "made.db"
    made = sqlite3.connect(path)
    made.execute(f"PRAGMA journal_mode = {journal}")
    made.executescript(script)
    made.close()
    return path.read_bytes()


def test_rows_of_a_table(tmp_path):
    data = database(tmp_path, "CREATE TABLE runs (name, status); INSERT INTO runs VALUES ('a', 1);")
    assert rows_of(data, RUNS) == [("a", 1)]


def test_a_database_with_a_write_ahead_log_is_read_without_it(tmp_path):
    script = "CREATE TABLE runs (name, status); INSERT INTO runs VALUES ('a', 1);"
    assert rows_of(database(tmp_path, script, "WAL"), RUNS) == [("a", 1)]


def test_more_rows_than_asked_for_are_left(tmp_path):
    script = "CREATE TABLE runs (name, status);" + "INSERT INTO runs VALUES ('a', 1);" * 20
    assert len(rows_of(database(tmp_path, script), RUNS)) == RUNS.most


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE other (name, status);",
        "CREATE TABLE runs (name);",
        "CREATE TABLE x (name, status); CREATE VIEW runs AS SELECT name, status FROM x;",
    ],
)
def test_no_table_a_view_and_other_columns_give_nothing(tmp_path, script):
    assert rows_of(database(tmp_path, script), RUNS) == []


def test_a_computed_column_may_not_call_a_function(tmp_path):
    script = (
        "CREATE TABLE runs (name, status AS (length(hex(zeroblob(900000)))));"
        "INSERT INTO runs (name) VALUES ('a');"
    )
    with pytest.raises(UnreadableDatabaseError):
        rows_of(database(tmp_path, script), RUNS)


def test_a_virtual_table_is_no_table(tmp_path):
    script = "CREATE VIRTUAL TABLE runs USING fts5(name, status);"
    assert rows_of(database(tmp_path, script), RUNS) == []


def test_a_value_that_is_too_long_is_said(tmp_path):
    script = "CREATE TABLE runs (name, status); INSERT INTO runs VALUES (zeroblob(3000000), 1);"
    with pytest.raises(UnreadableDatabaseError):
        rows_of(database(tmp_path, script), RUNS)


@pytest.mark.parametrize("seed", range(40))
def test_bytes_that_were_turned_over_end_soon(tmp_path, seed):
    script = "CREATE TABLE runs (name, status);" + "INSERT INTO runs VALUES ('a', 1);" * 300
    data = bytearray(database(tmp_path, script))
    for position in range(100 + seed, len(data), 97 + seed):
        data[position] ^= (seed * 37 + position) % 256
    with cheap_enough():
        try:
            rows = rows_of(bytes(data), RUNS)
        except UnreadableDatabaseError:
            rows = []
        assert len(rows) <= RUNS.most
