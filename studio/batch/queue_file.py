"""Opening the queue file: made when missing, recovered when damaged, never written when newer."""

import logging
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.batch import backups, damage, queue_words, schema
from studio.batch.model import QueuedJob, QueueNotice
from studio.batch.pages import PageFile, log_of, read_if_there
from studio.batch.salvage import read_jobs, rebuild, salvage
from studio.batch.store import Store, code_of, is_damage

log = logging.getLogger(__name__)

_WAIT_MS = 5000
_WAL_BYTES = 4 << 20
"""Size the write-ahead log is cut back to once its content is in the file."""

_LARGEST_PAGE_BYTES = 65536


Jobs = tuple[QueuedJob, ...]


class DamagedError(Exception):
    """The file is no queue file any more; the text says what was seen."""


@dataclass(frozen=True, slots=True)
class OpenReport:
    """How opening went. ``problem`` is to be shown; not persistent means: only in memory."""

    path: Path
    problem: QueueNotice | None = None
    is_persistent: bool = True


Opened = tuple[Store, Jobs, OpenReport]
"""The open file, the jobs in it, in order, and what to tell."""


def open_file(path: Path) -> Opened:
    """Open the queue file at ``path``; in memory, with what can be read, where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        damage.finish(path)
        version = _version(path)
        if version > schema.VERSION:
            return _in_memory(path, queue_words.newer(version))
        return *_open_own(path), OpenReport(path)
    except (DamagedError, UnicodeDecodeError) as error:  # the latter from an SQL text
        return _rescue(path, str(error))
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, sqlite3.Error) and is_damage(error):
            return _rescue(path, str(error))
        return _in_memory(path, queue_words.not_kept(error))


def make_anew(path: Path) -> sqlite3.Connection:
    """Begin a new file in place of one that is gone or damaged; the latter is kept.

    Raises:
        OSError, sqlite3.Error: it cannot be made.
    """
    damage.set_aside(path)
    connection = connect(path)
    try:
        schema.migrate(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_memory() -> Store:
    """Return an empty store that ends with the program."""
    connection = connect(None)
    schema.migrate(connection)
    return Store(connection, None)


def connect(path: Path | None) -> sqlite3.Connection:
    """Open a file (None: memory) so that what is committed is on the disk.

    Raises:
        sqlite3.Error: it cannot be opened, or is not a database.
    """
    try:
        return _connected(path, _with_log)
    except sqlite3.OperationalError as error:
        if path is None or is_damage(error) or code_of(error) == sqlite3.SQLITE_BUSY:
            raise
        log.info("no write-ahead log for the queue: %s", error)
        return _connected(path, _without_log)  # a network disk, or a full one


def _connected(
    path: Path | None, choose_mode: Callable[[sqlite3.Connection], None]
) -> sqlite3.Connection:
    name = ":memory:" if path is None else path
    connection = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS:d}")
        choose_mode(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # a removed job must not be "recovered"
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = 1")
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


def _with_log(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA journal_size_limit = {_WAL_BYTES:d}")
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        log.info("the queue file is kept with journal mode %s", mode)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _without_log(connection: sqlite3.Connection) -> None:
    """Do without shared memory; a file that has a log keeps it until it can be emptied.

    Source: https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        log.info("the log of the queue file stays: %s", error)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _version(path: Path) -> int:
    """Return the version a file says it has, its log included; 0 when there is no file.

    This is done without SQLite, which may write to whatever it opens.

    Raises:
        DamagedError: there is a file, but not one of ours; or it is empty though it was not.
        OSError: it cannot be read.
    """
    main = read_if_there(path, _LARGEST_PAGE_BYTES)
    pages = PageFile(main, read_if_there(log_of(path)))
    header = pages.header
    if header is None:
        had_jobs = any(copy.exists() for copy in backups.copies(path))
        if main or (path.exists() and had_jobs):
            raise DamagedError("there is no SQLite header")
        return 0
    if not main:
        raise DamagedError("the file is gone, and its log is still there")
    if header.application_id != schema.APPLICATION_ID and pages.has_tables:
        raise DamagedError("a database of another program")
    if not header.can_write:
        raise DamagedError("the file's format version is unknown")
    if path.stat().st_size % pages.page_bytes:
        raise DamagedError("the last page is cut")
    return header.user_version


def _open_own(path: Path) -> tuple[Store, Jobs]:
    """Open, check, copy and migrate a file.

    Raises:
        DamagedError, OSError, sqlite3.Error: it cannot be used.
    """
    connection = connect(path)
    try:
        version = _check(connection)
        _keep_copies(connection, path, version)
        schema.migrate(connection)
        connection.execute("BEGIN IMMEDIATE")  # raises where nothing can be written
        connection.execute("ROLLBACK")
        jobs = _read(connection)
    except (OSError, sqlite3.Error, DamagedError, UnicodeDecodeError):
        connection.close()
        raise
    return Store(connection, path), jobs


def _check(connection: sqlite3.Connection) -> int:
    """Return the file's version.

    Raises:
        DamagedError: its structure, or what must be in it, is damaged.
    """
    version = schema.version_of(connection)
    shape = schema.shape_of(connection)
    if version == 0 and not shape:
        return 0
    if version < 1 or shape != schema.expected_shape(version):
        raise DamagedError(f"the tables are not those of version {version}")
    (verdict, *_), *more = connection.execute("PRAGMA integrity_check(3)").fetchall()
    if verdict != "ok":
        raise DamagedError("; ".join([verdict, *(text for (text,) in more)]))
    return version


def _keep_copies(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep copies of a sound file.

    Raises:
        OSError, sqlite3.Error: there is no room for the one that a migration needs.
    """
    if version == 0:
        return
    if version < schema.VERSION:
        backups.keep_before_migration(connection, path, version)
    try:
        backups.keep_copy(connection, path)
    except (OSError, sqlite3.Error) as error:
        log.info("no copy of the queue was kept: %s", error)


def _read(connection: sqlite3.Connection) -> Jobs:
    """Return the jobs.

    Raises:
        DamagedError: one of them cannot be read.
    """
    try:
        jobs, bad = read_jobs(connection)
    except sqlite3.OperationalError as error:
        if code_of(error) == 0:  # the module's own: text that is not UTF-8
            raise DamagedError(str(error)) from error
        raise
    if bad:
        raise DamagedError(f"{len(bad)} rows: {next(iter(bad.values()))}")
    return jobs


def _rescue(path: Path, seen: str) -> Opened:
    """Go on with what can be read of a damaged file; in memory where nothing can be written."""
    log.info("the queue file is damaged: %s", seen)
    try:
        result = damage.read_damaged(path)
        kept = damage.put_in_place(path, result.found)
        store, jobs = _open_own(path)
    except (OSError, sqlite3.Error, DamagedError) as error:
        log.info("the damaged queue file cannot be replaced: %s", error)
        return _in_memory(path, queue_words.damaged_and_not_kept(error))
    return store, jobs, OpenReport(path, queue_words.damaged(result, len(jobs), kept, seen))


def _in_memory(path: Path, problem: QueueNotice) -> Opened:
    """Show what can be read, without touching the file."""
    report = OpenReport(path, problem, is_persistent=False)
    connection = connect(None)
    try:
        return Store(connection, None), rebuild(connection, salvage(path)), report
    except (OSError, sqlite3.Error) as error:
        log.info("nothing of the queue can be shown: %s", error)
        connection.close()
        return open_memory(), (), report
