"""What a playlist or MPD lists, before its files are looked at."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from urllib.parse import unquote

from studio.errors import SegmentError

MAX_MANIFEST_BYTES = 16 << 20
MAX_SEGMENTS = 200_000
"""Segments of one rendition: four days of two seconds each."""

MAX_RENDITIONS = 200

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file, or a range of one, that a manifest lists.

    ``name`` is what the manifest says; ``size`` is None for all of the file. ``declared_s`` is
    the segment's duration as declared, in seconds, None for an init segment and where
    nothing is declared. ``may_be_missing`` marks what only rounding lists.
    """

    name: str
    path: Path
    offset: int = 0
    size: int | None = None
    is_init: bool = False
    declared_s: Fraction | None = None
    discontinuity: bool = False
    may_be_missing: bool = False


@dataclass(slots=True)
class Listing:
    """One rendition as its manifest describes it.

    ``mime`` is the declared type without codecs, ``codecs`` the declared codecs; both empty
    when nothing is declared. ``group`` names what it belongs to (an HLS group, a DASH
    adaptation set). ``source`` is the file whose text lists the segments.
    """

    name: str
    source: Path
    mime: str = ""
    codecs: str = ""
    group: str = ""
    bandwidth: int | None = None
    entries: list[Entry] = field(default_factory=list)


class Folder:
    """The folder of a manifest, which nothing it lists may leave.

    Args:
        manifest: the file that was opened first.
    """

    def __init__(self, manifest: Path) -> None:
        self._root = manifest.resolve().parent
        self._manifest = manifest.name

    def file(self, base: Path, uri: str) -> Path:
        """Return the file that ``uri``, as written in a file of folder ``base``, names.

        Raises:
            SegmentError: it names another machine, or a file outside the folder.
        """
        bare = uri.strip()
        if _SCHEME.match(bare) or bare.startswith("//"):
            raise SegmentError(
                f"“{self._manifest}” names “{uri}”, which is not a file beside it.",
                hint="Download the whole presentation; only files on this computer are read.",
            )
        name = unquote(re.split(r"[?#]", bare, maxsplit=1)[0])
        path = (base / name).resolve() if "\0" not in name else self._root.parent
        if not name or not path.is_relative_to(self._root):
            raise SegmentError(
                f"“{self._manifest}” names “{uri}”, which lies outside its folder.",
                hint="Put all files of the presentation into one folder.",
            )
        return path


def read_text(path: Path) -> str:
    """Read a manifest.

    Raises:
        SegmentError: it is missing, too large, cannot be read or is not text.
    """
    try:
        if not path.is_file():
            raise SegmentError(
                f"“{path.name}” is not there, or is not a file.",
                hint="Check that it was not moved, renamed or deleted.",
            )
        with path.open("rb") as file:
            data = file.read(MAX_MANIFEST_BYTES + 1)
    except OSError as error:
        raise SegmentError(
            f"“{path.name}” cannot be read.",
            hint="Check the drive and the permissions.",
            detail=str(error),
        ) from error
    if len(data) > MAX_MANIFEST_BYTES:
        raise SegmentError(
            f"“{path.name}” is larger than any playlist is.", hint="It is something else."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SegmentError(
            f"“{path.name}” is not a playlist in UTF-8.", hint="It is damaged.", detail=str(error)
        ) from error


def seconds(text: str) -> Fraction | None:
    """Return a decimal number of seconds exactly; None for anything else."""
    if not re.fullmatch(r"\s*\d{1,12}(\.\d{0,18})?\s*", text):
        return None
    return Fraction(text.strip().rstrip("."))
