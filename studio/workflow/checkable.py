"""From files and folders to what can be checked: folders are searched, in the order people read."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.errors import InputError, SegmentError
from studio.segments.manifests import SUFFIXES as MANIFESTS
from studio.segments.manifests import is_manifest, read_presentation

PLAYED_SUFFIXES = frozenset({".webm", ".weba", ".mp4", ".m4v", ".m4a", ".cmfv", ".cmfa"})
"""Of files that are made to be streamed. Others, such as .mkv, are checked when they are named."""

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """Files to check, each once, and folders that could not be searched."""

    files: tuple[Path, ...]
    problems: tuple[tuple[Path, InputError], ...] = ()


def find_checkable(paths: Sequence[Path]) -> Found:
    """Return the files given, and those below the folders given.

    In folders what is hidden is passed over, and links to folders are followed unless they
    lead in circles. What a playlist or manifest of a folder lists is checked with it and not
    once more by itself; so are the playlists of a playlist.
    """
    search = _Search()
    for path in paths:
        if path.is_dir():
            search.folder(path)
        else:
            search.found.setdefault(_whole(path), path)
    return Found(tuple(search.found.values()), tuple(search.problems))


def natural_key(path: Path) -> list[list[str | int]]:
    """Return a key that puts ``take 9`` before ``take 10``."""
    return [
        [int(part) if part.isdecimal() else part.casefold() for part in _DIGITS.split(name)]
        for name in path.parts
    ]


class _Search:
    """Collects files; a folder is entered once, however many ways lead to it."""

    def __init__(self) -> None:
        self.found: dict[str, Path] = {}
        self.problems: list[tuple[Path, InputError]] = []
        self._entered: set[tuple[int, int]] = set()

    def folder(self, root: Path) -> None:
        """Add what is below a folder."""
        before = len(self.problems)
        inside = sorted(self._walk(root), key=lambda path: natural_key(path.relative_to(root)))
        listed = _listed([path for path in inside if is_manifest(path)])
        added = 0
        for path in inside:
            if os.path.realpath(path) not in listed:
                self.found.setdefault(_whole(path), path)
                added += 1
        if not added and len(self.problems) == before:
            what = "There is no file in this folder that could be played."
            self.problems.append((root, InputError(what, hint="Name the files themselves.")))

    def _walk(self, folder: Path) -> Iterator[Path]:
        try:
            facts = folder.stat()
            if (facts.st_dev, facts.st_ino) in self._entered and facts.st_ino:
                return
            self._entered.add((facts.st_dev, facts.st_ino))
            entries = list(os.scandir(folder))
        except OSError as error:
            what = "This folder cannot be searched."
            hint = "Check the drive and the permissions."
            self.problems.append((folder, InputError(what, hint=hint, detail=str(error))))
            return
        for entry in entries:
            path = folder / entry.name
            if _is_hidden(entry):
                continue
            if _is_folder(entry):
                yield from self._walk(path)
            elif path.suffix.lower() in PLAYED_SUFFIXES | MANIFESTS:
                yield path


def _whole(path: Path) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100  (links stay links)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_hidden(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return True
    hidden = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & hidden)


def _listed(manifests: Sequence[Path]) -> set[str]:
    """Return the true paths that are checked with another: media files, and lesser playlists.

    A playlist is lesser when another lists all of its files, and more.
    """
    contents = {manifest: _contents(manifest) for manifest in manifests}
    taken = {file for files in contents.values() for file in files}
    for manifest, files in contents.items():
        others = (kept for other, kept in contents.items() if other != manifest)
        if files and any(files < kept for kept in others):
            taken.add(os.path.realpath(manifest))
    return taken


def _contents(manifest: Path) -> frozenset[str]:
    """Return what a playlist lists; nothing when it cannot be read, which its check will tell."""
    try:
        renditions = read_presentation(manifest).renditions
    except SegmentError:
        return frozenset()
    return frozenset(
        os.path.realpath(piece.path) for rendition in renditions for piece in rendition.pieces
    )
