"""What can still be read of a queue file, and a new file made of it."""

import logging
import sqlite3
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from studio.batch import schema, tables
from studio.batch.model import QueuedJob
from studio.batch.pages import Header, PageFile, Record
from studio.batch.rows import RowCodec, RowError
from studio.transcode.model import JobState

log = logging.getLogger(__name__)

_ATTEMPT_VALUES, _EXPERIENCE_VALUES = 13, 7
_ACTIVE = tuple(state.value for state in JobState if state.is_active)


@dataclass(slots=True)
class Salvage:
    """Rows by table, as they stood in the file; ``jobs`` by id.

    ``known_ids`` are the jobs that were there, also those whose row is lost. ``header`` is
    None when not even that could be read.
    """

    header: Header | None
    jobs: dict[str, Record] = field(default_factory=dict)
    known_ids: set[str] = field(default_factory=set)
    attempts: list[Record] = field(default_factory=list)
    experience: list[Record] = field(default_factory=list)

    @property
    def version(self) -> int:
        """Version of the rows, as far as this program knows it."""
        known = self.header is not None and 0 < self.header.user_version < schema.VERSION
        return self.header.user_version if known and self.header else schema.VERSION


def salvage(path: Path) -> Salvage:
    """Read every row that is whole, from the file and its log, without touching them.

    Raises:
        OSError: the file cannot be read.
    """
    pages = PageFile.read(path)
    found = Salvage(pages.header)
    columns = schema.JOB_VALUES[found.version]
    for row in pages.table_rows():
        if len(row) >= columns and _looks_like_job(row):
            found.jobs[str(row[0])] = row[:columns]
        elif len(row) == _ATTEMPT_VALUES:
            found.attempts.append(row)
        elif len(row) == _EXPERIENCE_VALUES and row[0] is None:
            found.experience.append(row)
    entries = (row[0] for row in pages.index_rows() if len(row) == 2 and isinstance(row[1], int))
    found.known_ids = {*found.jobs, *(entry for entry in entries if isinstance(entry, str))}
    return found


def _looks_like_job(row: Record) -> bool:
    """Tell by the first columns: id, place, state, source."""
    return (
        isinstance(row[0], str)
        and isinstance(row[1], int | float)
        and isinstance(row[2], str)
        and isinstance(row[3], bytes)
    )


def rebuild(connection: sqlite3.Connection, found: Salvage) -> tuple[QueuedJob, ...]:
    """Fill an empty file with what was found, brought to this version.

    Returns:
        The jobs it holds now, in order.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    schema.migrate(connection, found.version)
    connection.execute("BEGIN IMMEDIATE")
    _insert(connection, "jobs", found.jobs.values())
    _insert(connection, "attempts", (a for a in found.attempts if a[0] in found.jobs))
    _insert(connection, "experience", found.experience)
    connection.execute("COMMIT")
    schema.migrate(connection)
    jobs, bad = read_jobs(connection)
    connection.execute("BEGIN IMMEDIATE")
    tables.delete_jobs(connection, bad)
    tables.reserve(connection, jobs)
    _mark_unclean(connection)
    connection.execute("COMMIT")
    return jobs


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Record]) -> None:
    """Insert rows; one that breaks the table's rules is left out."""
    for row in rows:
        places = ", ".join("?" * len(row))
        connection.execute(f"INSERT OR IGNORE INTO {table} VALUES({places})", row)


def read_jobs(
    connection: sqlite3.Connection,
) -> tuple[tuple[QueuedJob, ...], dict[str, str]]:
    """Return the jobs in order, and the ids of rows that do not describe one, and why.

    Raises:
        sqlite3.Error: the file cannot be read.
    """
    codec = RowCodec()
    jobs, bad = [], {}
    for row in tables.job_rows(connection):
        try:
            jobs.append(codec.job(row))
        except RowError as error:
            log.info("a job cannot be read: %s", error)
            bad[row[0]] = str(error)
    return tuple(jobs), bad


def _mark_unclean(connection: sqlite3.Connection) -> None:
    """Note a crashed run when a job was running, so that it is put in order."""
    marks = ", ".join("?" * len(_ACTIVE))
    (running,) = connection.execute(
        f"SELECT count(*) FROM jobs WHERE state IN ({marks}) "
        "OR id IN (SELECT job_id FROM attempts WHERE ended_at IS NULL)",
        _ACTIVE,
    ).fetchone()
    if running:
        connection.execute(
            "INSERT INTO runs(run_id, started_at, seen) VALUES(?, ?, 0)",
            (uuid.uuid4().hex, time.time()),
        )
