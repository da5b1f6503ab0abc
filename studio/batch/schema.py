"""The tables of the queue file, and the ladder from every older version to this one."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

APPLICATION_ID = 0x4D535151
"""``MSSQ``: tells a queue file from any other SQLite file."""

VERSION = 1

JOB_VALUES: Mapping[int, int] = {1: 19}
"""How many columns the table ``jobs`` has in each version; tells its rows in a damaged file."""

Step = Callable[[sqlite3.Connection], None]

_TABLES = (
    """CREATE TABLE jobs(
        id TEXT PRIMARY KEY,
        pos REAL NOT NULL,
        state TEXT NOT NULL,
        source BLOB NOT NULL,
        size_bytes INTEGER,
        mtime_ns INTEGER,
        preset TEXT NOT NULL,
        options TEXT NOT NULL,
        info TEXT,
        target BLOB,
        hold TEXT,
        stop_before INTEGER NOT NULL,
        ignore_space INTEGER NOT NULL,
        outcome TEXT,
        attempts INTEGER NOT NULL,
        crashes INTEGER NOT NULL,
        added_at REAL NOT NULL,
        started_at REAL,
        ended_at REAL
    )""",
    """CREATE TABLE attempts(
        job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        run_id TEXT NOT NULL,
        part BLOB NOT NULL,
        target BLOB NOT NULL,
        pid INTEGER,
        created_at REAL,
        executable BLOB,
        finished BLOB,
        final BLOB,
        size_bytes INTEGER,
        digest TEXT,
        ended_at REAL,
        PRIMARY KEY(job_id, number)
    )""",
    """CREATE TABLE reservations(
        name BLOB PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE
    ) WITHOUT ROWID""",
    "CREATE INDEX reservations_by_job ON reservations(job_id)",
    """CREATE TABLE runs(
        number INTEGER PRIMARY KEY,
        run_id TEXT NOT NULL,
        started_at REAL NOT NULL,
        ended_at REAL,
        seen INTEGER NOT NULL
    )""",
    """CREATE TABLE experience(
        number INTEGER PRIMARY KEY,
        key TEXT NOT NULL,
        media_s REAL NOT NULL,
        pixels INTEGER NOT NULL,
        wall_s REAL NOT NULL,
        size_bytes INTEGER NOT NULL,
        at REAL NOT NULL
    )""",
)


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES:
        connection.execute(statement)


LADDER: Mapping[int, Step] = {0: _create}
"""What leads from each version to the next; version 0 is an empty file."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the tables in a file, 0 when it has none."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def shape_of(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return what is in a file by name: tables with their columns, indexes with none."""
    rows = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    return {
        name: connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
        for (name,) in rows
    }


def expected_shape(version: int) -> dict[str, list[tuple[object, ...]]]:
    """Return the ``shape_of`` a sound file of a version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, version)
        return shape_of(connection)


def migrate(connection: sqlite3.Connection, newest: int | None = None) -> None:
    """Bring a file to a version, the newest unless told, all steps in one transaction or none.

    Raises:
        sqlite3.Error: a step failed; the file is as it was.
    """
    goal = VERSION if newest is None else newest
    if version_of(connection) == goal:
        return  # nothing is written, as the disk may be full
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(version_of(connection), goal):
            LADDER[version](connection)
        connection.execute(f"PRAGMA user_version = {goal:d}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
