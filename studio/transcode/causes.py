"""Failed system calls in plain words, and the causes a queue does something about."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from studio.errors import InputError, OutputError, StudioError, ToolError
from studio.transcode.model import FailureCause

FULL_BYTES = 65_536
"""A disk with less room than this, in bytes, counts as full."""


class DiskFullError(OutputError):
    """There is no room left where the result is written."""


class DriveGoneError(OutputError):
    """The drive the result is written to does not answer any more."""


class SourceMissingError(InputError):
    """The source is not there any more."""


class ToolMissingError(ToolError):
    """There is no usable ffmpeg, or it lacks an encoder."""


_CAUSES: tuple[tuple[type[StudioError], FailureCause], ...] = (
    (DiskFullError, FailureCause.DISK_FULL),
    (DriveGoneError, FailureCause.DRIVE_GONE),
    (SourceMissingError, FailureCause.SOURCE_MISSING),
    (ToolMissingError, FailureCause.TOOL_MISSING),
)

_GONE = frozenset(
    {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN}
)
_NOT_THERE = _GONE | {errno.ENOENT, errno.ENOTDIR}
_BUSY = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY, errno.EAGAIN})

HINT_SPACE = "Free some space there, then try again."
HINT_DRIVE = "Connect the drive again, then retry."
_HINT_FOLDER = "Choose another output folder."

_OUTPUT: Mapping[int, tuple[type[OutputError], str, str]] = {
    errno.ENOSPC: (DiskFullError, "The disk is full.", HINT_SPACE),
    errno.EDQUOT: (DiskFullError, "Your quota on this disk is used up.", HINT_SPACE),
    errno.EFBIG: (
        OutputError,
        "The disk cannot hold a file of this size.",
        "Choose an output folder on another disk; FAT32 holds files of up to 4 GB.",
    ),
    errno.EROFS: (OutputError, "{folder} is on a read-only disk.", _HINT_FOLDER),
    errno.EACCES: (OutputError, "There is no permission to write to {folder}.", _HINT_FOLDER),
    errno.EPERM: (OutputError, "There is no permission to write to {folder}.", _HINT_FOLDER),
    errno.ENOENT: (OutputError, "The output folder {folder} does not exist.", _HINT_FOLDER),
    errno.ENOTDIR: (OutputError, "{folder} is not a folder.", _HINT_FOLDER),
    errno.ENAMETOOLONG: (OutputError, "The name of the result is too long.", "Choose another."),
}


def cause_of(error: StudioError) -> FailureCause | None:
    """Return what a queue can do something about, None for all else."""
    return next((cause for kind, cause in _CAUSES if isinstance(error, kind)), None)


def output_error(error: OSError, folder: Path) -> OutputError:
    """Put a failed write to the output folder into words."""
    number = error.errno or 0
    name, detail = os.fspath(folder), str(error)
    if number in _GONE:
        return drive_gone(detail)
    unknown = (OutputError, "{folder} cannot be written.", _HINT_FOLDER)
    kind, what, hint = _OUTPUT.get(number, unknown)
    return kind(what.replace("{folder}", name), hint=hint, detail=detail)


def drive_gone(detail: str = "") -> DriveGoneError:
    """Return the error of an output drive that was pulled out or broke."""
    what = "The drive of the output folder is no longer available."
    return DriveGoneError(what, hint=HINT_DRIVE, detail=detail)


def source_error(error: InputError) -> InputError:
    """Return the same error, told apart when the source is not there."""
    failed = system_error(error)
    if failed is None or failed.errno not in _NOT_THERE:
        return error
    return SourceMissingError(error.what, hint=error.hint, detail=error.detail or str(failed))


def finish_error(error: StudioError, folder: Path) -> StudioError:
    """Return why a finished file could not be cured or read: the disk's fault, or its own."""
    failed = system_error(error)
    return error if failed is None else output_error(failed, folder)


def system_error(error: BaseException) -> OSError | None:
    """Return the failed system call an error was raised from, None when there is none."""
    return next((e for e in _chain(error) if isinstance(e, OSError)), None)


def _chain(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__


def is_busy(error: OSError) -> bool:
    """Tell whether another program may hold the file for a moment (a virus scanner)."""
    return error.errno in _BUSY


def device_of(folder: Path) -> int | None:
    """Return the number of the file system a folder is on, None when it is not there."""
    try:
        return folder.stat().st_dev
    except OSError:
        return None


def full_disk(folder: Path) -> OutputError | None:
    """Return an error when nothing more fits on the disk of a folder.

    Some muxers end with status 0 and without a word on a full disk (measured), so the disk
    itself is asked before anything else is blamed.
    """
    try:
        free_bytes = shutil.disk_usage(folder).free
    except OSError:
        return None
    if free_bytes >= FULL_BYTES:
        return None
    return DiskFullError("The disk is full.", hint=HINT_SPACE)


def lost_folder(folder: Path, device: int | None) -> OutputError | None:
    """Return an error when a folder went away, told apart from its whole drive.

    Args:
        folder: the output folder.
        device: what ``device_of`` said when it was there.
    """
    if device is None or device_of(folder) == device:
        return None
    for parent in (folder, *folder.parents):
        found = device_of(parent)
        if found is not None:
            break
    else:
        return drive_gone()
    if found != device:
        return drive_gone(f"{parent} is on another drive now")
    what = "The output folder disappeared."
    return OutputError(what, hint="Make it again, or choose another one, then retry.")
