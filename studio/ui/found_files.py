"""From dropped paths to files: folders are walked, and remembered as the root of a tree."""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.errors import InputError

MEDIA_SUFFIXES = frozenset(
    (
        ".3gp", ".asf", ".avi", ".dv", ".flac", ".flv", ".m2ts", ".m4a", ".m4v", ".mka", ".mkv",
        ".mov", ".mp3", ".mp4", ".mpeg", ".mpg", ".mts", ".mxf", ".ogg", ".ogv", ".opus", ".ts",
        ".wav", ".webm", ".wmv", ".y4m",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and the folder it was dropped in; None for a file that was dropped itself."""

    path: Path
    root: Path | None = None


def find_files(paths: Sequence[Path], suffixes: Collection[str] = MEDIA_SUFFIXES) -> list[Found]:
    """Return files: those given, and those with such a suffix below given folders, sorted."""
    found: dict[Path, Found] = {}
    for path in paths:
        whole = Path(os.path.abspath(path))  # noqa: PTH100  (links stay links)
        if not whole.is_dir():
            found.setdefault(whole, Found(whole))
            continue
        for folder, _, names in sorted(os.walk(whole)):
            for name in sorted(names):
                inside = Path(folder) / name
                if inside.suffix.lower() in suffixes:
                    found.setdefault(inside, Found(inside, whole))
    return list(found.values())


def nothing_to_check_in(paths: Sequence[Path]) -> InputError:
    """Return the problem to show when folders held nothing to check."""
    names = ", ".join(path.name for path in paths)
    return InputError(
        f"There is no WebM, MP4 or Matroska file in {names}.",
        hint="Choose another folder, or the files.",
    )


def no_media_in(paths: Sequence[Path]) -> InputError:
    """Return the problem to show when folders held nothing to add."""
    names = ", ".join(path.name for path in paths)
    return InputError(
        f"There is no video or audio file in {names}.", hint="Choose another folder, or the files."
    )
