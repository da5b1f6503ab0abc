"""A damaged queue file: everything that can be read moves to a new one, the old one is kept."""

import logging
import os
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from studio.batch import backups, schema
from studio.batch.pages import log_of
from studio.batch.rows import RowCodec, RowError
from studio.batch.salvage import Salvage, rebuild, salvage
from studio.batch.store import sync_folder

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rescue:
    """What came out of a damaged file.

    ``found`` has the rows. ``total`` is the number of jobs that were there, None when nothing
    tells. ``from_copy`` of them came from an older copy, made at ``copied_at`` (Unix seconds).
    """

    found: Salvage
    total: int | None
    from_copy: int = 0
    copied_at: float = 0.0


def read_damaged(path: Path) -> Rescue:
    """Read what can be read of a damaged file, and fill gaps from the copies of it.

    Raises:
        OSError: the file cannot be read.
    """
    found = salvage(path)
    _drop_bad(found)
    wanted = found.known_ids - found.jobs.keys()
    nothing = not found.known_ids
    total = None if nothing else len(found.known_ids)
    if not wanted and not nothing:
        return Rescue(found, total)
    for copy in backups.copies(path):
        older = _read_copy(copy)
        if older is None or older.version != found.version:
            continue
        ids = older.jobs.keys() if nothing else older.jobs.keys() & wanted
        if ids:
            found.jobs |= {one: older.jobs[one] for one in older.jobs if one in ids}
            count = len(found.known_ids | found.jobs.keys())
            return Rescue(found, count, len(ids), copy.stat().st_mtime)
    return Rescue(found, total)


def _read_copy(path: Path) -> Salvage | None:
    try:
        found = salvage(path)
    except OSError as error:
        log.info("the copy %s cannot be read: %s", path.name, error)
        return None
    _drop_bad(found)
    return found if found.header is not None else None


def _drop_bad(found: Salvage) -> None:
    """Drop rows that do not describe a job; those of an older version are looked at later."""
    if found.version != schema.VERSION:
        return
    codec = RowCodec()
    for job_id, row in list(found.jobs.items()):
        try:
            codec.job(row)
        except RowError as error:
            log.info("a damaged job cannot be read: %s", error)
            del found.jobs[job_id]


def put_in_place(path: Path, found: Salvage) -> Path:
    """Make a new queue file of what was found, and keep the damaged one beside it.

    A kill in between loses nothing: ``finish`` goes on at the next start.

    Returns:
        Where the damaged file is kept.

    Raises:
        OSError, sqlite3.Error: the new file cannot be written; the damaged one is untouched.
    """
    part = path.with_name(f".{path.name}.rescue-part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            rebuild(connection, found)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(_rescued(path))
        sync_folder(path.parent)
    except (OSError, sqlite3.Error):
        part.unlink(missing_ok=True)
        raise
    return finish(path) or path


def finish(path: Path) -> Path | None:
    """Give a rescued file its name, when there is one that has not got it yet.

    Returns:
        Where the damaged file is kept, None when there was nothing to do.

    Raises:
        OSError: the files cannot be renamed.
    """
    rescued = _rescued(path)
    if not rescued.exists():
        return None
    kept = set_aside(path)
    rescued.replace(path)
    sync_folder(path.parent)
    return kept


def set_aside(path: Path) -> Path:
    """Rename a damaged file and its log, as far as they are there.

    Returns:
        The new name.

    Raises:
        OSError: they cannot be renamed.
    """
    kept = _free(path)
    for own, other in ((path, kept), (log_of(path), log_of(kept))):
        if own.exists():
            own.replace(other)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    sync_folder(path.parent)
    return kept


def _rescued(path: Path) -> Path:
    return path.with_name(f"{path.stem}.rescued{path.suffix}")


def _free(path: Path) -> Path:
    """Return a name for a damaged file that no other one has."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    names = [f"{path.stem}.damaged-{stamp}{path.suffix}"]
    names += [f"{path.stem}.damaged-{stamp}-{number}{path.suffix}" for number in range(2, 100)]
    free = (path.with_name(name) for name in names)
    return next((one for one in free if not one.exists()), path.with_name(names[-1]))
