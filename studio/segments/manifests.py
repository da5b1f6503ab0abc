"""HLS playlists and DASH manifests to presentations: every file checked, every track mapped."""

from pathlib import Path

from studio.errors import SegmentError
from studio.segments.dash import read_dash
from studio.segments.hls import HEADER, read_hls
from studio.segments.listing import Entry, Folder, Listing, read_text
from studio.segments.model import SegmentMap
from studio.segments.presentation import ListedSegment, ManifestKind, Presentation, Rendition
from studio.segments.reader import map_of
from studio.segments.stitched import Piece, StitchedSource, open_stitched

SUFFIXES = frozenset({".m3u8", ".m3u", ".mpd"})

_TS_SYNC = b"\x47"
_HEAD_CHARACTERS = 2000


def is_manifest(path: Path) -> bool:
    """Tell from its name whether a file is a playlist or an MPD."""
    return path.suffix.lower() in SUFFIXES


def read_presentation(path: Path) -> Presentation:
    """Read a playlist or MPD, check that its files are there, and map each rendition.

    Only files in the manifest's folder and below are read, never an address.

    Raises:
        SegmentError: it is neither; it lists a file that is missing, empty, shorter than the
            range it names, elsewhere, or neither fragmented MP4 nor WebM.
    """
    head = read_text(path)[:_HEAD_CHARACTERS].lstrip()
    folder = Folder(path)
    if head.startswith(HEADER):
        kind = ManifestKind.HLS
        listings, complete = read_hls(path, folder)
    elif head.startswith("<"):
        kind = ManifestKind.DASH
        listings, complete = read_dash(path, folder)
    else:
        raise SegmentError(
            f"“{path.name}” is neither an HLS playlist nor a DASH manifest.",
            hint="Open the .m3u8 or .mpd file.",
        )
    renditions = tuple(_rendition(path, listing) for listing in listings)
    if not renditions:
        raise SegmentError(
            f"“{path.name}” lists neither picture nor sound.", hint="It is not finished."
        )
    return Presentation(path, kind, renditions, complete)


def _rendition(manifest: Path, listing: Listing) -> Rendition:
    pieces: list[Piece] = []
    segments: list[ListedSegment] = []
    offset = 0
    for entry in listing.entries:
        piece = _piece(manifest, entry)
        if piece is None:
            continue
        pieces.append(piece)
        if not entry.is_init:
            segments.append(
                ListedSegment(entry.name, offset, piece.size, entry.declared_s, entry.discontinuity)
            )
        offset += piece.size
    if not segments:
        raise SegmentError(
            f"“{manifest.name}” lists no segment of “{listing.name}”.", hint="It is not finished."
        )
    with open_stitched(pieces) as source:
        if source.at(0, 1) == _TS_SYNC:
            raise SegmentError(
                f"“{listing.source.name}” lists MPEG-TS segments, "
                "which browsers do not take through Media Source Extensions.",
                hint="Package it as fragmented MP4 (CMAF) instead.",
            )
        found = _map(source, listing, manifest)
    return Rendition(
        listing.name,
        tuple(pieces),
        tuple(segments),
        found,
        listing.mime,
        listing.codecs,
        listing.group,
        listing.bandwidth,
    )


def _map(source: StitchedSource, listing: Listing, manifest: Path) -> SegmentMap:
    try:
        return map_of(source, listing.source)
    except SegmentError as error:
        raise SegmentError(
            f"What “{manifest.name}” lists as “{listing.name}” is no stream for a browser.",
            hint=error.hint,
            detail=error.what,
        ) from error


def _piece(manifest: Path, entry: Entry) -> Piece | None:
    """Return the bytes an entry names; None when it need not exist and does not."""
    try:
        size = entry.path.stat().st_size if entry.path.is_file() else None
    except OSError as error:
        raise SegmentError(
            f"“{entry.name}”, which “{manifest.name}” lists, cannot be read.",
            hint="Check the drive and the permissions.",
            detail=str(error),
        ) from error
    if size is None:
        if entry.may_be_missing:
            return None
        raise SegmentError(
            f"“{manifest.name}” lists “{entry.name}”, which is not there.",
            hint="Copy the whole folder, or package the video again.",
        )
    if size == 0:
        raise SegmentError(
            f"“{manifest.name}” lists “{entry.name}”, which is empty (0 bytes).",
            hint="Copy the whole folder, or package the video again.",
        )
    wanted = size - entry.offset if entry.size is None else entry.size
    if wanted <= 0 or entry.offset + wanted > size:
        raise SegmentError(
            f"“{manifest.name}” lists bytes of “{entry.name}” that lie behind its end.",
            hint="Copy the whole folder, or package the video again.",
        )
    return Piece(entry.path, entry.offset, wanted)
