"""Opening the queue file: making it, checking it, and what to do when it is not usable."""

import logging
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

from studio.batch import schema
from studio.batch.model import QueueNotice
from studio.batch.store import Store

log = logging.getLogger(__name__)

NOTICE = "queue-file"
"""Key of the notice about the queue file."""

_WAIT_MS = 5000
_WAL_BYTES = 4 << 20
"""Size the write-ahead log is cut back to once its content is in the file."""


@dataclass(frozen=True, slots=True)
class OpenReport:
    """How opening went. ``problem`` is to be shown; not persistent means: only in memory."""

    path: Path
    problem: QueueNotice | None = None
    is_persistent: bool = True


def open_file(path: Path) -> tuple[Store, OpenReport]:
    """Open the queue file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = connect(path)
    schema.migrate(connection)
    return Store(connection, path), OpenReport(path)


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
    connection = sqlite3.connect(
        ":memory:" if path is None else path, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS:d}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA journal_size_limit = {_WAL_BYTES:d}")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = 1")
    return connection
