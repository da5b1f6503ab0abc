"""The folder that a live stream is written into: new, empty, or written by us before."""

import re
from collections.abc import Iterator
from pathlib import Path

from studio.errors import OutputError
from studio.streams.live_text import MUXED_PLAYLIST
from studio.streams.package import MANIFEST, MASTER
from studio.streams.packaging import unwritable
from studio.streams.window_join import MUXED
from studio.verdict.leftovers import owner_words, read_owner

NOTE = ".mse-studio-live.json"
"""Lies in a folder of ours, and says which program writes there; ``{}`` once it has ended."""
_FREE = "{}"

_LANES = (MUXED, "video", "audio")
_MEDIA = re.compile(r"(?:init-\d+\.(?:mp4|webm)|\d+\.(?:m4s|webm))")
_TEXTS = {MASTER, MANIFEST, *(f"{name}.m3u8" for name in (MUXED_PLAYLIST, *_LANES[1:]))}
_PART = re.compile(r"\.(.+)\.part")


def claim(folder: Path) -> None:
    """Make a folder ours; what an earlier stream of ours left in it is deleted.

    Raises:
        OutputError: it cannot be made, another program writes there, or something is in it that
            is not ours; nothing is changed then.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = _left_behind(folder)
        for path in old:
            path.unlink(missing_ok=True)
        (folder / NOTE).write_text(owner_words(), encoding="utf-8")
    except OSError as error:
        raise unwritable(folder, error) from error


def release(folder: Path) -> None:
    """Let another stream have the folder, with what is in it.

    Raises:
        OSError: it cannot be written.
    """
    (folder / NOTE).write_text(_FREE, encoding="utf-8")


def forget(folder: Path) -> None:
    """Take the note away.

    Raises:
        OSError: it cannot be deleted.
    """
    (folder / NOTE).unlink(missing_ok=True)


def _left_behind(folder: Path) -> list[Path]:
    """Return the files of an earlier stream of ours, the note not among them.

    Raises:
        OutputError: there is anything else, or that stream still runs.
        OSError: it cannot be read.
    """
    found = [path for path in _files(folder) if path.name != NOTE]
    note = folder / NOTE
    if note.is_file():
        owner = read_owner(note)
        if owner is not None and not owner.is_gone():
            raise OutputError(
                f"Another stream is being written into “{folder.name}”.",
                hint="Choose another folder.",
            )
    is_ours = note.is_file() and all(_is_ours(path.relative_to(folder)) for path in found)
    if found and not is_ours:
        raise OutputError(f"“{folder.name}” is not empty.", hint="Choose an empty or a new folder.")
    return found


def _files(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder and in the folders of lanes; other folders as they are."""
    for path in folder.iterdir():
        if path.name in _LANES and path.is_dir() and not path.is_symlink():
            yield from path.iterdir()
        else:
            yield path


def _is_ours(path: Path) -> bool:
    part = _PART.fullmatch(path.name)
    name = part[1] if part else path.name
    if len(path.parts) == 1 and name in _TEXTS:
        return True
    return _MEDIA.fullmatch(name) is not None
