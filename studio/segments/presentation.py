"""A presentation of many files: its renditions, each as one stitched source with its map."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece, Place, StitchedSource, open_stitched


class ManifestKind(StrEnum):
    """What lists the files."""

    HLS = "hls"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class ListedSegment:
    """One media segment as the manifest lists it.

    ``offset`` and ``size`` are bytes of the rendition's stitched source. ``declared_s`` is the
    declared duration in seconds, None where nothing is declared; ``discontinuity`` tells
    that the manifest announces a break in time before it.
    """

    name: str
    offset: int
    size: int
    declared_s: Fraction | None = None
    discontinuity: bool = False


@dataclass(frozen=True, slots=True)
class Rendition:
    """One rendition, representation or track file set.

    ``pieces`` are its files in order, init segments included; the map's offsets count in
    all of them together. ``declared_mime`` is a type without codecs (DASH's mimeType),
    ``declared_codecs`` what codecs= says, empty where nothing is declared: in HLS that is of
    a variant *with* the sound of its ``group``. ``bandwidth`` is in bits per second.
    """

    name: str
    pieces: tuple[Piece, ...]
    segments: tuple[ListedSegment, ...]
    map: SegmentMap
    declared_mime: str = ""
    declared_codecs: str = ""
    group: str = ""
    bandwidth: int | None = None

    def locate(self, offset: int) -> Place:
        """Return the file, and the place in it, of a byte of the map."""
        return self.places((offset,))[0]

    def places(self, offsets: Iterable[int]) -> tuple[Place, ...]:
        """Return the files, and the places in them, of several bytes of the map."""
        source = StitchedSource(self.pieces)  # opens nothing by itself
        return tuple(map(source.locate, offsets))

    @contextmanager
    def open(self) -> Iterator[StitchedSource]:
        """Open all files as one source.

        Raises:
            SegmentError: a file cannot be read.
        """
        with open_stitched(self.pieces) as source:
            yield source


@dataclass(frozen=True, slots=True)
class Presentation:
    """What an HLS playlist or a DASH manifest stands for.

    ``complete`` is False for a live one, which may grow.
    """

    path: Path
    kind: ManifestKind
    renditions: tuple[Rendition, ...]
    complete: bool = True
