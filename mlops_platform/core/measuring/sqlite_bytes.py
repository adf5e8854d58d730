"""Rows of an SQLite database that a run left, read from its bytes.

SQLite is given the bytes, never a file's name: it opens, locks and writes nothing. What the
database defines itself (views, triggers, functions) is refused, and so is every statement but the
reading of named columns of real tables. See docs/decisions/0020.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

MOST_STEPS = 20_000
STEPS_A_CALL = 10_000
LONGEST_VALUE = 1 << 20
_MAGIC = b"SQLite format 3\x00"
_VERSIONS = slice(18, 20)
_NO_WRITE_AHEAD = b"\x01\x01"
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)


class UnreadableDatabaseError(ValueError):
    """A database that cannot be read, or asks for too much."""


class Query(NamedTuple):
    """Some columns of one table, and how many rows at most."""

    table: str
    columns: tuple[str, ...]
    most: int


def rows_of(data: bytes, query: Query) -> list[tuple[object, ...]]:
    """Return the rows, none of a table that is not there. Raises UnreadableDatabaseError."""
    if not data.startswith(_MAGIC):
        raise UnreadableDatabaseError("not an SQLite database")
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            return list(_rows(database, data, query))
    except (sqlite3.Error, OverflowError, UnicodeDecodeError, MemoryError) as error:
        raise UnreadableDatabaseError(f"cannot be read ({type(error).__name__})") from error


def _rows(database: sqlite3.Connection, data: bytes, query: Query) -> Iterator[tuple[object, ...]]:
    # A database in memory has no write-ahead log; with the mark of one it would not be opened.
    database.deserialize(data[: _VERSIONS.start] + _NO_WRITE_AHEAD + data[_VERSIONS.stop :])
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA query_only = ON")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    _bound(database)
    if not _has_columns(database, query):
        return
    columns = ", ".join(f'"{column}"' for column in query.columns)
    # Names come from constants of this package, never from a run.
    asked = f'SELECT {columns} FROM "{query.table}" LIMIT {query.most:d}'  # noqa: S608
    yield from database.execute(asked)


def _bound(database: sqlite3.Connection) -> None:
    left = MOST_STEPS

    def spend() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    def allow(action: int, *_: str | None) -> int:
        return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY

    database.set_progress_handler(spend, STEPS_A_CALL)
    database.set_authorizer(allow)


def _has_columns(database: sqlite3.Connection, query: Query) -> bool:
    listed = database.execute("SELECT type, name, rootpage FROM sqlite_master LIMIT 1000")
    is_table = any(
        kind == "table" and name == query.table and isinstance(page, int) and page > 0
        for kind, name, page in listed
    )
    if not is_table:
        return False
    cursor = database.execute(f'SELECT * FROM "{query.table}" LIMIT 0')  # noqa: S608 (a constant)
    return set(query.columns) <= {column[0] for column in cursor.description}
