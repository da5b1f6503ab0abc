"""What is read from and written to the queue file, as functions of an open transaction."""

import logging
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence

from studio.batch.experience import Experience
from studio.batch.model import QueuedJob
from studio.batch.rows import (
    COLUMNS,
    Attempt,
    Row,
    RowError,
    attempt_of,
    path_bytes,
    reservation_of,
)

log = logging.getLogger(__name__)

KEPT_EXPERIENCE = 500
_KEPT_RUNS = 100

_INSERT = f"INSERT INTO jobs({', '.join(COLUMNS)}) VALUES({', '.join('?' * len(COLUMNS))})"
_SETTERS = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "id")
_UPSERT = f"{_INSERT} ON CONFLICT(id) DO UPDATE SET {_SETTERS}"
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM jobs ORDER BY pos, rowid"


def job_rows(connection: sqlite3.Connection) -> list[Row]:
    """Return the values of ``COLUMNS`` of every job, in order."""
    return connection.execute(_SELECT).fetchall()


def numbers_of(connection: sqlite3.Connection) -> dict[str, float]:
    """Return the place number of every job, in order."""
    return dict(connection.execute("SELECT id, pos FROM jobs ORDER BY pos, rowid").fetchall())


def insert_jobs(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Write new jobs; one that is there already is an ``sqlite3.IntegrityError``."""
    connection.executemany(_INSERT, rows)


def put_jobs(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Write jobs, new or not."""
    connection.executemany(_UPSERT, rows)


def delete_jobs(connection: sqlite3.Connection, job_ids: Iterable[str]) -> None:
    """Delete jobs with all that belongs to them."""
    connection.executemany("DELETE FROM jobs WHERE id = ?", [(one,) for one in job_ids])


def renumber(
    connection: sqlite3.Connection, old: Mapping[str, float], new: Mapping[str, float]
) -> None:
    """Write the place numbers that differ, of jobs that are there."""
    moved = [(number, one) for one, number in new.items() if old.get(one, number) != number]
    connection.executemany("UPDATE jobs SET pos = ? WHERE id = ?", moved)


def reserve(connection: sqlite3.Connection, jobs: Sequence[QueuedJob]) -> None:
    """Keep the names of results; of two jobs with one name the first has it."""
    ids = [(job.job_id,) for job in jobs]
    names = [(name, job.job_id) for job in jobs if (name := reservation_of(job))]
    connection.executemany("DELETE FROM reservations WHERE job_id = ?", ids)
    connection.executemany("INSERT OR IGNORE INTO reservations VALUES(?, ?)", names)


def begin_run(connection: sqlite3.Connection, run_id: str) -> None:
    """Note a run of the program; earlier ones count as seen."""
    connection.execute("UPDATE runs SET seen = 1 WHERE NOT seen")
    connection.execute(
        "INSERT INTO runs(run_id, started_at, seen) VALUES(?, ?, 0)", (run_id, time.time())
    )
    connection.execute(
        "DELETE FROM runs WHERE number <= (SELECT max(number) FROM runs) - ?", (_KEPT_RUNS,)
    )


def knows_run(connection: sqlite3.Connection, run_id: str) -> bool:
    """Tell whether a run was noted."""
    question = "SELECT count(*) FROM runs WHERE run_id = ?"
    return bool(connection.execute(question, (run_id,)).fetchone()[0])


def end_run(connection: sqlite3.Connection, run_id: str) -> None:
    """Note a clean end."""
    connection.execute("UPDATE runs SET ended_at = ? WHERE run_id = ?", (time.time(), run_id))


def unclean_runs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the runs without an end that no later run has seen, oldest first."""
    rows = connection.execute(
        "SELECT run_id FROM runs WHERE ended_at IS NULL AND NOT seen ORDER BY number"
    )
    return tuple(run_id for (run_id,) in rows)


def add_attempt(connection: sqlite3.Connection, attempt: Attempt) -> None:
    """Note an attempt that begins; an older one of the same job is over by this."""
    close_attempts(connection, [attempt.job_id])
    connection.execute(
        "INSERT OR REPLACE INTO attempts(job_id, number, run_id, part, target) "
        "VALUES(?, ?, ?, ?, ?)",
        (
            attempt.job_id, attempt.number, attempt.run_id,
            path_bytes(attempt.part), path_bytes(attempt.target),
        ),
    )  # fmt: skip


def note_attempt(connection: sqlite3.Connection, job_id: str, values: Mapping[str, object]) -> None:
    """Write columns of a job's open attempt; there is none when it could not be saved."""
    setters = ", ".join(f"{name} = ?" for name in values)
    done = connection.execute(
        f"UPDATE attempts SET {setters} WHERE job_id = ? AND ended_at IS NULL",
        (*values.values(), job_id),
    )
    if done.rowcount == 0:
        log.info("job %s has no open attempt to note this for", job_id)


def close_attempts(connection: sqlite3.Connection, job_ids: Iterable[str]) -> None:
    """Note that the open attempts of these jobs are over."""
    now = time.time()
    connection.executemany(
        "UPDATE attempts SET ended_at = ? WHERE job_id = ? AND ended_at IS NULL",
        [(now, job_id) for job_id in job_ids],
    )


def open_attempts(connection: sqlite3.Connection, but_for_run: str) -> tuple[Attempt, ...]:
    """Return the attempts of other runs that never ended."""
    rows = connection.execute(
        "SELECT * FROM attempts WHERE ended_at IS NULL AND run_id != ? ORDER BY rowid",
        (but_for_run,),
    )
    found = []
    for row in rows:
        try:
            found.append(attempt_of(row))
        except RowError as error:
            log.info("an attempt cannot be read: %s", error)
    return tuple(found)


def add_experience(connection: sqlite3.Connection, sample: Experience) -> None:
    """Keep a sample, and forget the oldest ones."""
    connection.execute(
        "INSERT INTO experience(key, media_s, pixels, wall_s, size_bytes, at) "
        "VALUES(?, ?, ?, ?, ?, ?)",
        (sample.key, sample.media_s, sample.pixels, sample.wall_s, sample.size_bytes, sample.at),
    )
    connection.execute(
        "DELETE FROM experience WHERE number <= (SELECT max(number) FROM experience) - ?",
        (KEPT_EXPERIENCE,),
    )


def experience(connection: sqlite3.Connection) -> tuple[Experience, ...]:
    """Return the samples, oldest first."""
    rows = connection.execute(
        "SELECT key, media_s, pixels, wall_s, size_bytes, at FROM experience ORDER BY number"
    )
    return tuple(Experience(*row) for row in rows if _is_sample(row))


def _is_sample(row: Row) -> bool:
    return isinstance(row[0], str) and all(isinstance(value, int | float) for value in row[1:])
