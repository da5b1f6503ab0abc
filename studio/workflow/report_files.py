"""Reports on the disk: whole or not at all, and never in the place of a film."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from studio.errors import OutputError
from studio.segments.manifests import SUFFIXES as MANIFESTS

_MEDIA = frozenset(
    (
        ".3gp", ".avi", ".cmfa", ".cmfv", ".flac", ".m2ts", ".m4a", ".m4s", ".m4v", ".mka", ".mkv",
        ".mov", ".mp3", ".mp4", ".mpg", ".mts", ".mxf", ".ogg", ".ogv", ".opus", ".ts", ".wav",
        ".weba", ".webm",
    )
)  # fmt: skip
_EBML = b"\x1aE\xdf\xa3"
_BOXES = frozenset({b"ftyp", b"styp", b"moov", b"moof", b"sidx", b"mdat"})


def check_target(target: Path, inputs: Iterable[Path]) -> None:
    """See, before anything is played, that a report may be written there.

    Args:
        target: of the report; an older report is replaced.
        inputs: files that are checked.

    Raises:
        OutputError: it is a folder, a media file, one of the inputs, or in no folder.
    """
    if target.is_dir():
        raise OutputError(f"“{target.name}” is a folder.", hint="Name a file for the report.")
    if not target.parent.is_dir():
        raise OutputError(
            f"There is no folder for “{target.name}”.", hint="Make the folder, or choose another."
        )
    is_media = target.suffix.lower() in _MEDIA | MANIFESTS or _looks_like_media(target)
    if is_media or any(_is_same(target, path) for path in inputs):
        raise OutputError(
            f"A report would take the place of “{target.name}”.",
            hint="Choose another name for the report.",
        )


def write_report(target: Path, content: str | bytes) -> None:
    """Write a report under its name when all of it is on the disk.

    What is no regular file (a pipe, a terminal) is written to as it is.

    Raises:
        OutputError: it cannot be written.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise OutputError(
            f"“{target.name}” could not be written.",
            hint="Is there room on the drive, and may you write there?",
            detail=str(error),
        ) from error


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _is_same(target: Path, path: Path) -> bool:
    try:
        return target.samefile(path)
    except OSError:
        return False


def _looks_like_media(target: Path) -> bool:
    """Tell from its beginning whether an existing file is a WebM or an MP4."""
    if not target.is_file():
        return False
    try:
        with target.open("rb") as file:
            head = file.read(8)
    except OSError:
        return False
    return head.startswith(_EBML) or head[4:8] in _BOXES
