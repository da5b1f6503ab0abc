"""How an MP4's fragments are broken (mse-rules F5 to F12)."""

from collections.abc import Iterator
from dataclasses import replace

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, box_head
from studio.repair.breaking.mp4_edits import (
    middle,
    sequence,
    with_moof,
)
from studio.repair.breaking.mp4_media import (
    Mp4Media,
    copied,
    move_data,
    move_runs,
)
from studio.repair.breaking.mp4_writer import fragment
from studio.repair.breaking.pieces import Copy, Piece, Put, changed

_BASE_DATA_OFFSET, _DEFAULT_BASE_IS_MOOF = 0x1, 0x20000
_FOREIGN_NUMBER = 77


def wide_box(media: Mp4Media) -> Iterator[Piece]:
    """Put a box “wide” before a fragment in the middle."""
    return _before(media, [Put(box_head("wide", 0))])


def segment_type(media: Mp4Media) -> Iterator[Piece]:
    """Put a segment type box (styp) before a fragment in the middle."""
    return _before(media, [Put(box_head("styp", 12) + b"msdh" + bytes(4) + b"msdh")])


def orphan_data(media: Mp4Media) -> Iterator[Piece]:
    """Put an mdat without a moof before a fragment in the middle."""
    return _before(media, [Put(box_head("mdat", 64) + bytes(64))])


def _before(media: Mp4Media, new: list[Piece]) -> Iterator[Piece]:
    place = middle(media)
    found = media.fragments[place]
    pieces = [*changed(new), copied(found.moof), copied(found.mdat)]
    return media.body(lambda n: pieces if n == place else None)


def data_to_end(media: Mp4Media) -> Iterator[Piece]:
    """Write the last mdat with size 0: up to the end of the file."""
    last = len(media.fragments) - 1
    found = media.fragments[last]
    for box in media.boxes:
        if box is found.mdat:
            yield Put(bytes(4) + b"mdat", changed=True)
            yield Copy(box.body, box.end - box.body)
            return
        yield copied(box)


def base_data_offset(media: Mp4Media) -> Iterator[Piece]:
    """Let a fragment count its data from the beginning of the file."""
    place = middle(media)
    start = media.fragments[place].moof.offset

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            tfhd = traf.at("tfhd")
            tfhd.flags = tfhd.flags & ~_DEFAULT_BASE_IS_MOOF | _BASE_DATA_OFFSET
            tfhd.data = tfhd.data[:8] + start.to_bytes(8, "big") + tfhd.data[8:]

    return with_moof(media, edit, place)


def without_default_base(media: Mp4Media) -> Iterator[Piece]:
    """Count the second track's data from the end of the first one's, as the old rule has it."""
    place = middle(media)
    runs = media.runs(place)
    if len(runs) < 2:
        raise RepairError("The fragments hold one track only.")
    start = media.fragments[place].moof.offset

    def edit(moof: Node) -> None:
        base = 0
        for traf, run in zip(moof.all("traf"), runs, strict=True):
            traf.at("tfhd").flags &= ~_DEFAULT_BASE_IS_MOOF
            move_runs(traf, -base)
            end = max((s.offset + s.size for s in run.samples), default=start)
            base = end - start

    return with_moof(media, edit, place)


def without_data_offset(media: Mp4Media) -> Iterator[Piece]:
    """Leave out where the data of a fragment begin."""

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            for trun in traf.all("trun")[:1]:
                if trun.flags & 1:
                    trun.flags &= ~1
                    trun.data = trun.data[:8] + trun.data[12:]

    return with_moof(media, edit)


def truncated_data(media: Mp4Media) -> Iterator[Piece]:
    """Take the last third out of an mdat; its size says so."""
    place = middle(media)
    found = media.fragments[place]
    kept = (found.mdat.end - found.mdat.body) * 2 // 3
    new: list[Piece] = [
        copied(found.moof),
        Put(box_head("mdat", kept), changed=True),
        Copy(found.mdat.body, kept),
    ]
    return media.body(lambda n: new if n == place else None)


def sizes_beyond(media: Mp4Media) -> Iterator[Piece]:
    """Let the last frame of the last fragment reach beyond its mdat."""
    last = len(media.fragments) - 1
    runs = media.runs(last)
    data = [Copy(s.offset, s.size) for run in runs for s in run.samples]
    if not runs or not runs[-1].samples:
        raise RepairError("The last fragment holds a track without frames.")
    runs[-1].samples[-1] = replace(runs[-1].samples[-1], size=data[-1].size + 100_000)
    moof = fragment(sequence(media, last), runs)[0]
    head = Put(box_head("mdat", sum(copy.size for copy in data)))
    new: list[Piece] = [moof, head, *data]
    return media.body(lambda n: new if n == last else None)


def without_decode_time(media: Mp4Media) -> Iterator[Piece]:
    """Leave the decode time (tfdt) of a fragment out."""

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            traf.remove(traf.at("tfdt"))

    return with_moof(media, edit)


def without_tracks(media: Mp4Media) -> Iterator[Piece]:
    """Leave all track fragments (traf) of a fragment out."""

    def edit(moof: Node) -> None:
        moof.children = [child for child in moof.children if child.type != "traf"]

    return with_moof(media, edit)


def foreign_track(media: Mp4Media) -> Iterator[Piece]:
    """Let a track fragment belong to a track that does not exist."""

    def edit(moof: Node) -> None:
        moof.all("traf")[-1].at("tfhd").put(4, _FOREIGN_NUMBER.to_bytes(4, "big"))

    return with_moof(media, edit)


def data_first(media: Mp4Media) -> Iterator[Piece]:
    """Put the mdat of a fragment in the middle before its moof."""
    place = middle(media)
    found = media.fragments[place]
    moof = media.moof(place)
    move_data(moof, -found.mdat.size - found.moof.size)
    new: list[Piece] = [*changed([copied(found.mdat)]), Put(moof.to_bytes())]
    return media.body(lambda n: new if n == place else None)


def orphan_fragment(media: Mp4Media) -> Iterator[Piece]:
    """Leave the mdat of a fragment in the middle out."""
    place = middle(media)
    found = media.fragments[place]
    new: list[Piece] = [copied(found.moof), Put(b"", changed=True)]
    return media.body(lambda n: new if n == place else None)
