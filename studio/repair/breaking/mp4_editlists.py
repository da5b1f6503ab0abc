"""Other edit lists for an MP4's tracks."""

from collections.abc import Callable, Iterator

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, full_box
from studio.repair.breaking.mp4_edits import trak_of, with_moov
from studio.repair.breaking.mp4_media import Mp4Media, Mp4Track
from studio.repair.breaking.pieces import Piece
from studio.segments.model import TrackKind

_ONE = 1 << 16
"""A media rate of 1."""

EditList = Callable[[int, Mp4Track, int], list[tuple[int, int]]]


def with_edits(media: Mp4Media, kinds: tuple[TrackKind, ...], edits: EditList) -> Iterator[Piece]:
    """Give tracks of some kinds another edit list.

    ``edits`` gets the movie's timescale, the track, and the media time its own list begins
    with; it returns (movie ticks, media ticks) pairs, none for no list at all.
    """

    def edit(moov: Node) -> None:
        head = moov.at("mvhd")
        scale = head.number(20 if head.version else 12) or 1
        for track in media.tracks:
            if track.kind in kinds:
                trak = trak_of(moov, track.number)
                set_edits(trak, edits(scale, track, first_time(trak)))

    return with_moov(media, edit)


def first_time(trak: Node) -> int:
    """Return the media time a track's edit list begins with, 0 without a list."""
    elst = trak.find("edts", "elst")
    if elst is None:
        return 0
    width = 8 if elst.version else 4
    for place in range(8, len(elst.data) - 2 * width, 2 * width + 4):
        data = elst.data[place + width : place + 2 * width]
        time = int.from_bytes(data, "big", signed=True)
        if time >= 0:
            return time
    return 0


def set_edits(trak: Node, edits: list[tuple[int, int]]) -> None:
    """Write a track's edit list; an empty one takes it out."""
    trak.children = [child for child in trak.children if child.type != "edts"]
    if not edits:
        return
    if any(duration >= 1 << 63 or not -1 <= time < 1 << 63 for duration, time in edits):
        raise RepairError("The file's times are not those of a real film.")
    rows = b"".join(
        duration.to_bytes(8, "big") + time.to_bytes(8, "big", signed=True) + _ONE.to_bytes(4, "big")
        for duration, time in edits
    )
    elst = full_box("elst", 1, 0, len(edits).to_bytes(4, "big") + rows)
    trak.children.insert(1, Node("edts", children=[elst]))
