"""Folders that are written under a hidden name, and get their own when all in them is there."""

import contextlib
import errno
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import OutputError
from studio.transcode.control import Control
from studio.transcode.exclusive import rename_exclusively
from studio.transcode.publish import part_path, sync_folder

_MOST_NUMBERS = 10_000
BLOCK_BYTES = 1 << 20


def refuse_taken(target: Path) -> None:
    """Return unless there is something under this name already, and where nothing can be.

    Raises:
        OutputError: there is; nothing is ever replaced.
    """
    if os.path.lexists(target):
        what = f"There is a “{target.name}” already."
        raise OutputError(what, hint="Choose another name; nothing is replaced.")
    if not target.parent.is_dir():
        what = f"There is no folder for “{target.name}”."
        raise OutputError(what, hint="Make the folder first, or choose another.")


@contextmanager
def part_folder(target: Path) -> Iterator[Path]:
    """Make a hidden folder beside a target; whatever is still there at the end is removed.

    Raises:
        OutputError: it cannot be made.
    """
    part = part_path(target, secrets.token_hex(6))
    try:
        part.mkdir()
    except OSError as error:
        raise cannot_write(target, error) from error
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def name_folder(part: Path, target: Path) -> Path:
    """Give a complete folder its name; when that was taken meanwhile, it gets a number.

    Returns:
        The path it has now.

    Raises:
        OutputError: no name could be given.
    """
    try:
        for folder, _, names in os.walk(part):
            for name in names:
                _sync(Path(folder, name))
            sync_folder(Path(folder))
        for number in range(1, _MOST_NUMBERS):
            path = target if number == 1 else target.with_name(f"{target.name} ({number})")
            with contextlib.suppress(FileExistsError):
                _rename(part, path)
                sync_folder(path.parent)
                return path
    except OSError as error:
        raise cannot_write(target, error) from error
    raise OutputError(f"There are too many folders called “{target.name}”.")


def copy(source: Path, target: Path, on_bytes: Callable[[int], None]) -> None:
    """Copy a file to a path where there is none.

    Args:
        source: the file.
        target: where to; its folder exists.
        on_bytes: hears how many were copied, again and again; may raise to stop.

    Raises:
        OSError: it cannot be read or written.
    """
    with source.open("rb") as file, target.open("xb") as out:
        while block := file.read(BLOCK_BYTES):
            out.write(block)
            on_bytes(len(block))


@contextmanager
def stopping(control: Control) -> Iterator[threading.Event]:
    """Give an event that is set when the work is cancelled."""
    event = threading.Event()

    def wake() -> None:
        if control.cancelled:
            event.set()

    with control.waking(wake):
        wake()
        yield event


def cannot_write(target: Path, error: OSError) -> OutputError:
    """Return the sentence for a target that the system refuses."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    what = "The drive is full." if full else f"“{target.name}” could not be written."
    hint = "Make room, then try again." if full else "Check the drive and the permissions."
    return OutputError(what, hint=hint, detail=str(error))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _rename(part: Path, path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "taken", os.fspath(path))
    if not rename_exclusively(part, path):
        path.mkdir()  # first make the name ours, then move onto it
        try:
            part.replace(path)
        except OSError:
            path.rmdir()
            raise
