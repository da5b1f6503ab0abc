"""Copies of the queue file: the last few at hand, and one before every change of its tables."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from studio.batch.store import sync_folder

KEPT = 3


def copies(path: Path) -> tuple[Path, ...]:
    """Return where copies of a queue file are kept, the newest first; they may be missing."""
    return tuple(path.with_name(f"{path.stem}.copy-{n}{path.suffix}") for n in range(1, KEPT + 1))


def keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Keep a copy of the file as it is now, and drop the oldest one.

    Raises:
        OSError, sqlite3.Error: there is no room for it; the older copies are still there.
    """
    part = _copy(connection, path)
    places = copies(path)
    for older, newer in zip(reversed(places), reversed(places[:-1]), strict=False):
        if newer.exists():
            newer.replace(older)
    part.replace(places[0])
    sync_folder(path.parent)


def keep_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Keep a copy of a file of an older version, for as long as the user wants it.

    Raises:
        OSError, sqlite3.Error: there is no room for it.
    """
    place = path.with_name(f"{path.stem}.version-{version}{path.suffix}")
    _copy(connection, path).replace(place)
    sync_folder(path.parent)
    return place


def _copy(connection: sqlite3.Connection, path: Path) -> Path:
    """Return a whole, synced copy under a temporary name."""
    part = path.with_name(f".{path.name}.copy-part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # synced below, once
            connection.backup(copy)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
    except (OSError, sqlite3.Error):
        part.unlink(missing_ok=True)
        raise
    return part
