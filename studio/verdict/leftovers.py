"""Throw-away folders of engines and rooms, and the removal of those whose owner was killed.

Each folder holds the process id and creation time of the program that made it. When that
program can no longer clean up (power cut, ``kill -9``), the next one does it: it ends what
still runs for the folder, and removes it.
"""

import functools
import json
import logging
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from studio.verdict.processes import end_all, those_of

log = logging.getLogger(__name__)

PREFIX = "mse-studio-engine-"
ROOM_PREFIX = "mse-studio-room-"
PREFIXES = (PREFIX, ROOM_PREFIX)
OWNER_FILE = "owner.json"
REMOVE_ATTEMPTS = 10
MAX_OWNER_BYTES = 1000
CLOCK_SLACK_S = 2.0
"""The system's idea of when a process began moves when the clock is set (Linux)."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The program a folder belongs to. ``space`` is where its process id means something."""

    pid: int
    created: float
    space: str

    def is_gone(self) -> bool:
        """Tell whether it certainly lives no more."""
        if self.space != _pid_space():
            return False
        try:
            return abs(psutil.Process(self.pid).create_time() - self.created) > CLOCK_SLACK_S
        except psutil.NoSuchProcess:
            return True
        except psutil.Error:
            return False


def make_folder(base: Path | None = None, *, prefix: str = PREFIX) -> Path:
    """Return a new folder that only this user can read, with its owner in it.

    Args:
        base: where to put it; the folder for temporary files otherwise.
        prefix: of its name, one of ``PREFIXES``, or it is never swept.

    Raises:
        OSError: there is no room, or no right to.
    """
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
    (folder / OWNER_FILE).write_text(owner_words(), encoding="utf-8")
    return folder


def owner_words() -> str:
    """Return what a note says of its owner: this program. ``read_owner`` reads it."""
    me = psutil.Process()
    return json.dumps({"pid": me.pid, "created": me.create_time(), "space": _pid_space()})


def remove_folder(folder: Path) -> None:
    """Remove a throw-away folder; its files may be in use for a moment yet."""
    for _ in range(REMOVE_ATTEMPTS):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)
    log.warning("an engine's throw-away folder could not be removed")


@functools.cache
def sweep_once() -> None:
    """Sweep the usual places, the first time it is called in this process."""
    for place in (Path(tempfile.gettempdir()), *snap_folders()):
        sweep(place)


def snap_folders() -> tuple[Path, ...]:
    """Return the folders where programs installed by snap can see our files."""
    if sys.platform != "linux":
        return ()
    return tuple(sorted((Path.home() / "snap").glob("*/common")))


def sweep(place: Path) -> list[Path]:
    """End and remove what was left in a folder by owners that are gone.

    Touched are only folders with our name, of our user and with our file in them.

    Returns:
        the folders that were removed.
    """
    swept = []
    for folder in sorted(found for prefix in PREFIXES for found in place.glob(f"{prefix}*")):
        owner = _owner_of(folder)
        if owner is None or not owner.is_gone():
            continue
        log.info("%s was left behind by process %d; it is ended", folder.name, owner.pid)
        end_all(functools.partial(those_of, folder), None)
        remove_folder(folder)
        swept.append(folder)
    return swept


def _owner_of(folder: Path) -> Owner | None:
    """Return whose a folder is; None when it is none of ours."""
    try:
        if not _is_mine(folder, stat.S_ISDIR):
            return None
        return read_owner(folder / OWNER_FILE)
    except OSError:
        return None


def read_owner(note: Path) -> Owner | None:
    """Return who left a note; None when it is none of ours."""
    try:
        if not _is_mine(note, stat.S_ISREG) or note.stat().st_size > MAX_OWNER_BYTES:
            return None
        words = json.loads(note.read_bytes())
        return Owner(int(words["pid"]), float(words["created"]), str(words["space"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_mine(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Tell whether something is of the kind wanted, not a link, and of our user."""
    found = path.lstat()
    mine = os.name != "posix" or found.st_uid == os.getuid()
    return mine and is_kind(found.st_mode)


def _pid_space() -> str:
    """Name what process ids are unique in: containers may share their temporary folder."""
    if sys.platform != "linux":
        return ""
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""
