"""Changes to a fragmented MP4 that several breakers share."""

from collections.abc import Callable, Iterator

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node
from studio.repair.breaking.mp4_media import Mp4Media, Mp4Track, TrackRun
from studio.repair.breaking.mp4_writer import fragment
from studio.repair.breaking.pieces import Piece
from studio.segments.model import TrackKind


def track(media: Mp4Media, kind: TrackKind) -> Mp4Track:
    """Return the first track of a kind.

    Raises:
        RepairError: there is none.
    """
    found = media.track_of(kind)
    if found is None:
        raise RepairError(f"The file has no {kind} track.")
    return found


def main_track(media: Mp4Media) -> Mp4Track:
    """Return the first video track, or else the first track."""
    return media.track_of(TrackKind.VIDEO) or media.tracks[0]


def middle(media: Mp4Media) -> int:
    """Return the number of a fragment in the middle (0 when there is only one)."""
    return len(media.fragments) // 2


def with_moov(media: Mp4Media, edit: Callable[[Node], None]) -> Iterator[Piece]:
    """Yield the file with its moov box changed."""
    moov = media.moov()
    edit(moov)
    return media.body(moov=moov)


def trak_of(moov: Node, number: int) -> Node:
    """Return the trak box of a track.

    Raises:
        RepairError: there is none.
    """
    for trak in moov.all("trak"):
        head = trak.at("tkhd")
        if head.number(20 if head.version else 12) == number:
            return trak
    raise RepairError("The file's header lacks a track.", hint="Repair it first.")


def with_moof(
    media: Mp4Media, edit: Callable[[Node], None], number: int | None = None
) -> Iterator[Piece]:
    """Yield the file with one moof box changed, by default one in the middle."""
    place = middle(media) if number is None else number
    new = media.patched(place, edit)
    return media.body(lambda n: new if n == place else None)


def with_runs(
    media: Mp4Media, number: int, edit: Callable[[list[TrackRun]], list[TrackRun]]
) -> Iterator[Piece]:
    """Yield the file with the samples of one fragment changed."""
    new = fragment(sequence(media, number), edit(media.runs(number)))
    return media.body(lambda n: new if n == number else None)


def sequence(media: Mp4Media, number: int) -> int:
    """Return a fragment's sequence number."""
    return media.moof(number).at("mfhd").number(4)


def traf_of(moof: Node, number: int) -> Node:
    """Return the first track fragment of a track.

    Raises:
        RepairError: there is none.
    """
    for traf in moof.all("traf"):
        if traf.at("tfhd").number(4) == number:
            return traf
    raise RepairError("A fragment lacks a track.")
