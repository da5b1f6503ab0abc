"""What is said about the queue file."""

import sqlite3
import time
from pathlib import Path

from studio.batch.damage import Rescue
from studio.batch.model import QueueNotice
from studio.batch.store import code_of

NOTICE = "queue-file"
"""Key of every notice about the queue file."""

_NOT_WRITTEN = frozenset(
    {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
    }
)

_CLOSING = "The queue will not survive closing:"


def not_kept(error: OSError | sqlite3.Error) -> QueueNotice:
    """The queue is in memory only, as its file cannot be used."""
    if isinstance(error, sqlite3.Error) and code_of(error) == sqlite3.SQLITE_BUSY:
        what = f"{_CLOSING} another program uses its file."
        return QueueNotice(NOTICE, what, "Close the other program.", str(error))
    cannot = "cannot be written" if _is_refusal(error) else "cannot be used"
    what = f"{_CLOSING} its file {cannot}."
    hint = "Check that the program's data folder can be written, and that its disk is not full."
    return QueueNotice(NOTICE, what, hint, str(error))


def _is_refusal(error: OSError | sqlite3.Error) -> bool:
    return isinstance(error, OSError) or code_of(error) in _NOT_WRITTEN


def newer(version: int) -> QueueNotice:
    """The file is of a newer version of the program, which must not find it changed."""
    what = f"{_CLOSING} it was made by a newer version of this program, and stays as it is."
    return QueueNotice(NOTICE, what, "Update the program.", f"version {version}")


def apart() -> QueueNotice:
    """Another program has the queue; this one has a queue of its own."""
    what = f"{_CLOSING} another MSE Studio works on the saved one."
    return QueueNotice(NOTICE, what, "Open the window again when the other one is done.")


def damaged(result: Rescue, count: int, kept: Path, seen: str) -> QueueNotice:
    """The file was damaged; how much of it is here."""
    copied = time.strftime("%Y-%m-%d %H:%M", time.localtime(result.copied_at))
    copy = f", {result.from_copy} of them from the copy of {copied}" if result.from_copy else ""
    what = (
        f"The queue file was damaged. {_share(count, result.total)}{copy}; "
        f"the old file is kept as {kept.name}."
    )
    hint = "Check the queue before you start it."
    return QueueNotice(NOTICE, what, hint, f"{kept}: {seen}")


def _share(count: int, total: int | None) -> str:
    if total is None or total < count:
        return "1 job was recovered" if count == 1 else f"{count} jobs were recovered"
    jobs = "job was" if total == 1 else "jobs were"
    return f"{count} of {total} {jobs} recovered"


def damaged_and_not_kept(error: Exception) -> QueueNotice:
    """The file is damaged, and there is no room for a new one."""
    what = f"{_CLOSING} its file is damaged and cannot be written anew."
    hint = "Free some space on the disk with the program's data, and start the program anew."
    return QueueNotice(NOTICE, what, hint, str(error))
