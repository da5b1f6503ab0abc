"""How an MP4's fragments are broken (mse-rules F5 to F12, F16 to F18, F20, T9, T10)."""

from collections.abc import Iterator
from dataclasses import replace

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, box_head
from studio.repair.breaking.mp4_edits import (
    main_track,
    middle,
    sequence,
    track,
    with_moof,
    with_runs,
)
from studio.repair.breaking.mp4_media import (
    MAX_BOX_BYTES,
    NON_SYNC,
    NON_SYNC_FLAGS,
    SYNC_FLAGS,
    Mp4Media,
    Sample,
    TrackRun,
    copied,
)
from studio.repair.breaking.mp4_writer import fragment
from studio.repair.breaking.pieces import Copy, Piece, Put, changed
from studio.segments.model import TrackKind

_BASE_DATA_OFFSET, _DEFAULT_BASE_IS_MOOF = 0x1, 0x20000
_FOREIGN_NUMBER = 77
_RESERVED_DEPENDENCY = 3 << 24
_START_CODE = b"\0\0\0\1"


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
            for trun in traf.all("trun"):
                offset = int.from_bytes(trun.data[8:12], "big", signed=True) - base
                trun.put(8, offset.to_bytes(4, "big", signed=True))
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
    distance = found.mdat.size + found.moof.size
    for traf in moof.all("traf"):
        for trun in traf.all("trun"):
            if trun.flags & 1:
                old = int.from_bytes(trun.data[8:12], "big", signed=True)
                trun.put(8, (old - distance).to_bytes(4, "big", signed=True))
    new: list[Piece] = [*changed([copied(found.mdat)]), Put(moof.to_bytes())]
    return media.body(lambda n: new if n == place else None)


def orphan_fragment(media: Mp4Media) -> Iterator[Piece]:
    """Leave the mdat of a fragment in the middle out."""
    place = middle(media)
    found = media.fragments[place]
    new: list[Piece] = [copied(found.moof), Put(b"", changed=True)]
    return media.body(lambda n: new if n == place else None)


def reserved_dependency(media: Mp4Media) -> Iterator[Piece]:
    """Write the reserved value 3 for what a fragment's frames depend on."""

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            run.samples = [replace(s, flags=s.flags | _RESERVED_DEPENDENCY) for s in run.samples]
        return runs

    return with_runs(media, middle(media), edit)


def separate_fragments(media: Mp4Media) -> Iterator[Piece]:
    """Write pictures and sound as fragments of their own, one after the other."""

    def edit(number: int) -> list[Piece]:
        runs, place = media.runs(number), 2 * number + 1
        parts = (fragment(place + index, [run]) for index, run in enumerate(runs))
        return [piece for part in parts for piece in part]

    return media.body(edit)


def empty_sample(media: Mp4Media) -> Iterator[Piece]:
    """Add a frame of 0 bytes at the end of a fragment's main track."""
    number = main_track(media).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            if run.track.number == number and run.samples[-1].duration > 1:
                last = run.samples[-1]
                shorter = replace(last, duration=last.duration - 1)
                none = replace(last, size=0, duration=1, flags=NON_SYNC_FLAGS)
                run.samples[-1:] = [shorter, none]
        return runs

    return with_runs(media, middle(media), edit)


def fragment_inside_gop(media: Mp4Media) -> Iterator[Piece]:
    """Cut each fragment in two before a frame that is no keyframe."""
    video = track(media, TrackKind.VIDEO).number

    def edit(number: int) -> list[Piece]:
        runs = media.runs(number)
        halves = [_split(run, video) for run in runs]
        one = fragment(2 * number + 1, [half[0] for half in halves])
        return [*one, *fragment(2 * number + 2, [half[1] for half in halves])]

    return media.body(edit)


def _split(run: TrackRun, video: int) -> tuple[TrackRun, TrackRun]:
    middle_of = len(run.samples) // 2
    while run.track.number == video and middle_of > 0 and run.samples[middle_of].sync:
        middle_of -= 1
    first = TrackRun(run.track, run.time, run.samples[:middle_of])
    return first, TrackRun(run.track, run.time + first.duration, run.samples[middle_of:])


def hidden_keyframe(media: Mp4Media) -> Iterator[Piece]:
    """Take the mark of a keyframe from the frame that a fragment begins with."""
    return _with_flags(media, 0, NON_SYNC_FLAGS)


def false_keyframe(media: Mp4Media) -> Iterator[Piece]:
    """Call a frame in the middle of a GOP a keyframe."""
    return _with_flags(media, 1, SYNC_FLAGS)


def _with_flags(media: Mp4Media, part: int, flags: int) -> Iterator[Piece]:
    """Change the flags of a picture: the first (part 0) or one halfway (part 1)."""
    video = track(media, TrackKind.VIDEO).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            if run.track.number == video:
                place = part * (len(run.samples) // 2)
                if run.samples[place].sync is not bool(flags & NON_SYNC):
                    raise RepairError("The frames of that fragment do not suit this.")
                run.samples[place] = replace(run.samples[place], flags=flags)
        return runs

    return with_runs(media, middle(media), edit)


def without_first_keyframe(media: Mp4Media) -> Iterator[Piece]:
    """Leave out the first picture; the sound stays."""
    video = track(media, TrackKind.VIDEO).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            if run.track.number == video and len(run.samples) > 1:
                run.time += run.samples[0].duration
                run.samples = run.samples[1:]
        return runs

    return with_runs(media, 0, edit)


def annex_b(media: Mp4Media) -> Iterator[Piece]:
    """Write start codes instead of the NAL units' lengths into a fragment's pictures."""
    video = track(media, TrackKind.VIDEO).number
    place = middle(media)
    found = media.fragments[place]
    if found.mdat.size > MAX_BOX_BYTES:
        raise RepairError("The fragment is too large for that.")
    data = bytearray(media.source.at(found.mdat.offset, found.mdat.size))
    for run in media.runs(place):
        for sample in run.samples if run.track.number == video else ():
            _start_codes(data, sample, found.mdat.offset)
    new: list[Piece] = [copied(found.moof), Put(bytes(data), changed=True)]
    return media.body(lambda n: new if n == place else None)


def _start_codes(data: bytearray, sample: Sample, base: int) -> None:
    position = sample.offset - base
    end = position + sample.size
    while position + 4 <= end:
        size = int.from_bytes(data[position : position + 4], "big")
        data[position : position + 4] = _START_CODE
        position += 4 + size
