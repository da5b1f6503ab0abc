"""One SQLite connection for all threads: every block is one transaction, errors are worded."""

import errno
import logging
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import StudioError

log = logging.getLogger(__name__)

_SMALLEST_FREE_BYTES = 64 * 1024
"""With less free space than this, an input/output error is taken for a full disk."""

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_REFUSED = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
)
_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class JournalError(StudioError):
    """The queue could not be saved or read; nothing of the failed call was saved."""


class LostFileError(JournalError):
    """The queue file is damaged or gone; only a new one helps."""


class Store:
    """Guards a connection in autocommit mode.

    Args:
        connection: opened with ``check_same_thread=False`` and ``isolation_level=None``.
        path: of the file, None in memory.

    ``lock`` is held by every block; hold it around one to keep what belongs to it in step.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path
        self._mark = _mark_of(path)
        self.lock = threading.RLock()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, on the disk when the block is left; rolled back by an exception.

        Raises:
            JournalError: it could not be saved.
        """
        with self.lock, self._worded():
            self._see_that_it_is_there()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection for reading.

        Raises:
            JournalError: the file cannot be read.
        """
        with self.lock, self._worded():
            yield self._connection

    def renew(self, make: Callable[[Path], sqlite3.Connection]) -> None:
        """Go on with a new file.

        Raises:
            JournalError: it cannot be made; the old connection is closed all the same.
        """
        if self.path is None:
            return
        with self.lock, self._worded():
            self._connection.close()
            self._connection = make(self.path)
            self._mark = _mark_of(self.path)

    def close(self) -> None:
        """Close the file; every later call raises ``JournalError``."""
        with self.lock, self._worded():
            self._connection.close()

    def _see_that_it_is_there(self) -> None:
        """Refuse to write to a file that was deleted or exchanged: nobody would find it again."""
        if _mark_of(self.path) != self._mark:
            what = "Could not save the queue: its file is gone."
            raise LostFileError(what, hint="It is written anew at the next try.")

    def _roll_back(self) -> None:
        """Undo the open transaction, unless SQLite already did."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            log.info("rolling back failed: %s", error)

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise worded(error, self.path) from error
        except OSError as error:
            what = "Could not save the queue: its file cannot be written."
            hint = "Check that the program's data folder can be written."
            raise JournalError(what, hint=hint, detail=str(error)) from error


def _mark_of(path: Path | None) -> tuple[int, int] | None:
    """Return what tells a file from one that takes its name, None when there is none."""
    if path is None:
        return None
    try:
        facts = path.stat()
    except FileNotFoundError:
        return None
    return facts.st_dev, facts.st_ino


def code_of(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code, 0 for an error of the Python module itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the file itself is damaged."""
    return code_of(error) in _DAMAGED


def worded(error: sqlite3.Error, path: Path | None) -> JournalError:
    """Return a plain sentence and a remedy for an error of SQLite."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    detail = f"{name}: {error}"
    code = code_of(error)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        what = "Could not save the queue: the disk is full."
        return JournalError(
            what, hint="Free some space on the disk with the program's data.", detail=detail
        )
    if code in _DAMAGED:
        what = "Could not save the queue: its file is damaged."
        hint = "It is written anew at the next try; the damaged one is kept."
        return LostFileError(what, hint=hint, detail=detail)
    if code in _REFUSED:
        what = "Could not save the queue: its file cannot be written."
        hint = "Check that the program's data folder can be written."
        return JournalError(what, hint=hint, detail=detail)
    if code in _IN_USE:
        what = "Could not save the queue: another program uses its file."
        return JournalError(what, hint="Close the other program.", detail=detail)
    what = "Could not save the queue."
    return JournalError(what, hint="Check the disk with the program's data.", detail=detail)


def _is_full(path: Path | None) -> bool:
    if path is None:
        return False
    try:
        return shutil.disk_usage(path.parent).free < _SMALLEST_FREE_BYTES
    except OSError as error:
        return error.errno in (errno.ENOSPC, errno.EDQUOT)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last, where the system can."""
    if os.name == "nt":
        return  # Windows cannot open folders; NTFS logs renames itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
