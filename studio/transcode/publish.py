"""Names of results, and giving a finished file its name without ever replacing another."""

import errno
import logging
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from studio.errors import OutputError
from studio.transcode.exclusive import rename_exclusively
from studio.transcode.failpoints import reach

log = logging.getLogger(__name__)

NAME_LIMIT_BYTES = 255
_SPARE_BYTES = 16
"""Room that is kept for suffixes added to a part file's name."""

_MOST_NUMBERS = 10_000
_NO_LINKS = frozenset(
    {
        errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS,
        errno.EMLINK, errno.EINVAL, errno.EXDEV,
    }
)  # fmt: skip
"""Answers to ``link`` of file systems that have none; Windows says EINVAL for FAT."""

BeforeName = Callable[[Path], None]
"""Called with a name before each try to give it."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def target_key(path: Path) -> str:
    """Return what is equal for two paths that some file system takes for the same."""
    return _key(path.absolute())


def _key(path: Path) -> str:
    return unicodedata.normalize("NFC", os.fspath(path)).casefold()


def _numbered(path: Path) -> Iterator[Path]:
    """Yield ``name.webm``, ``name (2).webm``, ``name (3).webm`` ... within the name limit."""
    for number in range(1, _MOST_NUMBERS):
        tail = (f" ({number})" if number > 1 else "") + path.suffix
        stem = _shortened(path.stem, NAME_LIMIT_BYTES - len(os.fsencode(tail)))
        yield path.with_name(stem + tail)


def windows_stem(stem: str) -> str:
    """Return a stem that Windows accepts: no reserved names, signs, or dots at the end."""
    cleaned = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", stem).rstrip(" .") or "_"
    return f"_{cleaned}" if _RESERVED.fullmatch(cleaned) else cleaned


def _shortened(text: str, limit_bytes: int) -> str:
    """Cut to a number of bytes, between characters."""
    while len(os.fsencode(text)) > limit_bytes:
        text = text[:-1]
    return text


def part_path(target: Path, job_id: str) -> Path:
    """Return where a job writes: hidden, beside its target, told apart by the job's id."""
    tail = f".part-{re.sub('[^A-Za-z0-9-]', '_', job_id)[:64]}"
    room = NAME_LIMIT_BYTES - _SPARE_BYTES - len(tail) - 1
    return target.with_name(f".{_shortened(target.name, room)}{tail}")


def create_part(part: Path) -> None:
    """Create the empty part file: the proof that the folder can be written.

    Raises:
        OSError: it cannot; FileExistsError when the name is taken.
    """
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))


def remove_parts(part: Path, *, but: Path | None = None) -> None:
    """Remove a job's part file and what was made beside it: ``part`` and ``part.*``.

    Args:
        part: the job's part file.
        but: a file to leave.
    """
    begin = part.name + "."
    try:
        with os.scandir(part.parent) as entries:
            names = [e.name for e in entries if e.name == part.name or e.name.startswith(begin)]
    except OSError:
        return
    for name in names:
        if part.with_name(name) == but:
            continue
        try:
            part.with_name(name).unlink(missing_ok=True)
        except OSError as error:
            log.info("%r could not be removed: %s", name, error)


def sync_file(path: Path) -> None:
    """Flush a file's bytes to the disk.

    Raises:
        OSError: the disk reported an error only now.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk, where the system can (not on Windows)."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:  # some network file systems cannot; the file itself is synced
        log.info("the folder %s could not be synced: %s", folder, error)


def publish(part: Path, target: Path, *, before: BeforeName | None = None) -> Path:
    """Give a finished file its name; another file of that name stays, ours gets a number.

    Args:
        part: the finished, synced file.
        target: the wanted path.
        before: called with each path before it is tried.

    Returns:
        The path it has now.

    Raises:
        OSError: no name could be given.
    """
    for path in _numbered(target):
        if os.path.lexists(path):
            continue
        if before is not None:
            before(path)
        try:
            give_name(part, path)
        except FileExistsError:
            continue
        sync_folder(path.parent)
        reach("after_publish")
        return path
    raise FileExistsError(errno.EEXIST, "every number is taken", os.fspath(target))


def put_in_place(
    part: Path, target: Path, source: Path, *, before: BeforeName | None = None
) -> Path:
    """Give a finished file its name, in place of the older file that bears it.

    Args:
        part: the finished, synced file.
        target: the path; a file there is replaced in one step.
        source: what the file was made of; never replaced.
        before: called with the path before it is tried.

    Raises:
        OutputError: the target is the source.
        OSError: the name could not be given; the old file is untouched.
    """
    if before is not None:
        before(target)
    refuse_source(target, source)
    part.replace(target)
    reach("after_publish_link")
    sync_folder(target.parent)
    reach("after_publish")
    return target


def refuse_source(target: Path, source: Path) -> None:
    """Return unless a result would overwrite what it is made of, by whatever name.

    Raises:
        OutputError: it would.
    """
    try:
        is_same = target.samefile(source)
    except OSError:
        is_same = target_key(target) == target_key(source)  # one of them is not there
    if is_same:
        what = "The result would overwrite its own source."
        raise OutputError(what, hint="Choose another name or folder for the result.")


def incomplete_name(target: Path) -> Path:
    """Return what the file of an incomplete job is called: ``name (incomplete).webm``."""
    tail = f" (incomplete){target.suffix}"
    stem = _shortened(target.stem, NAME_LIMIT_BYTES - len(os.fsencode(tail)))
    return target.with_name(stem + tail)


def give_name(part: Path, path: Path) -> None:
    """Give a finished file exactly this name.

    Raises:
        FileExistsError: the name is taken; nothing was replaced.
        OSError: the name could not be given.
    """
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if not rename_exclusively(part, path):
            _replace_placeholder(part, path)
        reach("after_publish_link")
    else:
        reach("after_publish_link")
        part.unlink()


def _replace_placeholder(part: Path, path: Path) -> None:
    """Where nothing better exists: make the name ours first, then move onto it."""
    create_part(path)
    try:
        part.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise
