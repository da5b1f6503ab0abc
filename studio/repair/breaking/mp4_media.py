"""A fragmented MP4 as something to take apart: boxes, fragments and their samples."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, parse
from studio.repair.breaking.pieces import Copy, Piece, Put
from studio.segments.boxes import Box, read_box
from studio.segments.model import Family, TrackKind
from studio.segments.source import ByteSource

MAX_BOX_BYTES = 64 << 20
"""A larger moov or moof is not taken apart."""

MAX_BOXES = 2_000_000
MAX_SAMPLES = 1_000_000
"""Frames in one run; more is an attack, not a film."""

NON_SYNC = 0x10000
SYNC_FLAGS, NON_SYNC_FLAGS = 0x2000000, 0x1010000
_KINDS = {b"vide": TrackKind.VIDEO, b"soun": TrackKind.AUDIO}
_INDEXES = ("sidx", "mfra", "ssix")


@dataclass(frozen=True, slots=True)
class Mp4Track:
    """One track of the moov box; ``defaults`` are trex's duration, size and flags."""

    number: int
    kind: TrackKind
    timescale: int
    entry: str
    defaults: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sample:
    """One frame: where its bytes stand in the source, and what its fragment says of it."""

    offset: int
    size: int
    duration: int
    composition: int
    flags: int

    @property
    def sync(self) -> bool:
        """Whether the container calls it a keyframe."""
        return not self.flags & NON_SYNC


@dataclass(slots=True)
class TrackRun:
    """What one fragment holds of one track, in decode order."""

    track: Mp4Track
    time: int
    samples: list[Sample] = field(default_factory=list)

    @property
    def duration(self) -> int:
        """Ticks from the first decode time to the last one's end."""
        return sum(sample.duration for sample in self.samples)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A moof box and its mdat."""

    moof: Box
    mdat: Box


MoofEdit = Callable[[Node], None]


class Mp4Media:
    """One fragmented MP4, open for reading.

    ``boxes`` are the top-level ones in file order, ``fragments`` its moofs with their mdats.
    """

    family = Family.MP4

    def __init__(self, source: ByteSource) -> None:
        self.source = source
        self.boxes = tuple(self._walk())
        self.moov_box = next((box for box in self.boxes if box.type == "moov"), None)
        if self.moov_box is None or self.moov().find("mvex") is None:
            raise RepairError("The MP4 is not fragmented.", hint="Repair it first.")
        self.fragments = tuple(self._fragments())
        self.tracks = tuple(self._tracks())
        if not self.tracks or not self.fragments:
            raise RepairError("The file holds no fragments.", hint="Repair it first.")

    def _walk(self) -> Iterator[Box]:
        position = 0
        for _ in range(MAX_BOXES):
            box = read_box(self.source, position, self.source.size)
            if box is None or box.end > self.source.size:
                break
            yield box
            position = box.end
        if position != self.source.size:
            raise RepairError("The file is cut off or damaged.", hint="Repair it first.")

    def _fragments(self) -> Iterator[Fragment]:
        for place, box in enumerate(self.boxes):
            if box.type == "moof":
                mdat = self.boxes[place + 1] if place + 1 < len(self.boxes) else None
                if mdat is None or mdat.type != "mdat":
                    raise RepairError("A moof box has no mdat box.", hint="Repair it first.")
                yield Fragment(box, mdat)

    def _tracks(self) -> Iterator[Mp4Track]:
        moov = self.moov()
        trexes = {box.number(4): box for box in moov.at("mvex").all("trex")}
        for trak in moov.all("trak"):
            head, media, stsd = trak.at("tkhd"), trak.at("mdia", "mdhd"), sample_table(trak)
            number = head.number(20 if head.version else 12)
            kind = _KINDS.get(trak.at("mdia", "hdlr").data[8:12], TrackKind.OTHER)
            scale = media.number(20 if media.version else 12) or 1
            trex = trexes.get(number, Node("trex", bytes(24)))
            defaults = (trex.number(12), trex.number(16), trex.number(20))
            yield Mp4Track(number, kind, scale, stsd.data[12:16].decode("latin-1"), defaults)

    def moov(self) -> Node:
        """Return the moov box, to be changed."""
        if self.moov_box is None:
            raise RepairError("The file has no moov box.")
        return self._node(self.moov_box)

    def moof(self, number: int) -> Node:
        """Return a fragment's moof box, to be changed."""
        return self._node(self.fragments[number].moof)

    def _node(self, box: Box) -> Node:
        if box.size > MAX_BOX_BYTES:
            raise RepairError("The file's index is larger than that of any real film.")
        return parse(self.source.at(box.offset, box.size))[0]

    def track_of(self, kind: TrackKind) -> Mp4Track | None:
        """First track of this kind, or None."""
        return next((track for track in self.tracks if track.kind is kind), None)

    def runs(self, number: int) -> list[TrackRun]:
        """Return what a fragment holds, track fragment by track fragment."""
        known = {track.number: track for track in self.tracks}
        moof = self.fragments[number].moof
        found = []
        for traf in self.moof(number).all("traf"):
            track = known.get(traf.at("tfhd").number(4))
            if track is None:
                raise RepairError("A fragment belongs to no track.", hint="Repair it first.")
            found.append(read_run(traf, track, moof.offset))
        return found

    def body(
        self,
        edit: "Callable[[int], Iterable[Piece] | None] | None" = None,
        *,
        moov: Node | None = None,
    ) -> Iterator[Piece]:
        """Yield the whole file.

        Args:
            edit: returns what stands for a fragment, given its number; None keeps it.
            moov: stands for the moov box, marked as the change.

        An index would lie after an edit, and a SourceBuffer never reads one: it becomes a
        free box of the same size.
        """
        number = -1
        skip = False
        for box in self.boxes:
            if box.type == "moof":
                number += 1
                new = edit(number) if edit is not None else None
                skip = new is not None
                if new is not None:
                    yield from new
                else:
                    yield copied(box)
            elif box.type == "mdat" and skip:
                skip = False
            elif box is self.moov_box and moov is not None:
                yield Put(moov.to_bytes(), changed=True)
            elif box.type in _INDEXES:
                yield from freed(box)
            else:
                yield copied(box)

    def patched(self, number: int, edit: MoofEdit) -> list[Piece]:
        """Return a fragment whose moof was changed; its data offsets are made to fit."""
        fragment = self.fragments[number]
        moof = self.moof(number)
        edit(moof)
        move_data(moof, len(moof.to_bytes()) - fragment.moof.size)
        return [Put(moof.to_bytes(), changed=True), copied(fragment.mdat)]


def sample_table(trak: Node) -> Node:
    """Return a track's sample descriptions (stsd)."""
    return trak.at("mdia", "minf", "stbl", "stsd")


def copied(box: Box) -> Copy:
    """Return a box as it is."""
    return Copy(box.offset, box.size)


def freed(box: Box) -> list[Piece]:
    """Return a free box of the same size."""
    if box.header_size == 8:
        return [Put(box.size.to_bytes(4, "big") + b"free"), Copy(box.body, box.end - box.body)]
    return [Put((1).to_bytes(4, "big") + b"free"), Copy(box.offset + 8, box.size - 8)]


def move_data(moof: Node, by: int) -> None:
    """Add to the data offset of every trun of a moof."""
    for traf in moof.all("traf"):
        move_runs(traf, by)


def move_runs(traf: Node, by: int) -> None:
    """Add to the data offset of every trun of a track fragment.

    Raises:
        RepairError: it does not fit into its 32 bits.
    """
    for trun in traf.all("trun"):
        if trun.flags & 1:
            new = int.from_bytes(trun.data[8:12], "big", signed=True) + by
            if not -(1 << 31) <= new < 1 << 31:
                raise RepairError("A fragment is larger than that of any real film.")
            trun.put(8, new.to_bytes(4, "big", signed=True))


def decode_time(traf: Node) -> int:
    """Return a track fragment's decode time."""
    tfdt = traf.at("tfdt")
    return tfdt.number(4, 8 if tfdt.version else 4)


def set_decode_time(traf: Node, time: int) -> None:
    """Write a track fragment's decode time, 64 bits wide."""
    if time < 0:
        raise RepairError("The file's times begin too early for that.")
    traf.at("tfdt").data = b"\1\0\0\0" + time.to_bytes(8, "big")


def read_run(traf: Node, track: Mp4Track, moof_offset: int) -> TrackRun:
    """Return the samples of a track fragment; its data count from the moof."""
    run = TrackRun(track, decode_time(traf))
    tfhd = traf.at("tfhd")
    flags, position = tfhd.flags, 8
    position += 8 * bool(flags & 1) + 4 * bool(flags & 2)
    defaults = list(track.defaults)
    for index, bit in enumerate((8, 0x10, 0x20)):
        if flags & bit:
            defaults[index] = tfhd.number(position)
            position += 4
    place = moof_offset
    for trun in traf.all("trun"):
        if trun.flags & 1:
            place = moof_offset + int.from_bytes(trun.data[8:12], "big", signed=True)
        for sample in _samples(trun, defaults, place):
            run.samples.append(sample)
            place += sample.size
    return run


def _samples(trun: Node, defaults: list[int], place: int) -> Iterator[Sample]:
    flags, position = trun.flags, 8 + 4 * (trun.flags & 1)
    first_flags = trun.number(position) if flags & 4 else None
    position += 4 * bool(flags & 4)
    width = sum(bool(flags & bit) for bit in (0x100, 0x200, 0x400, 0x800))
    count = trun.number(4)
    if count > MAX_SAMPLES or position + 4 * width * count > len(trun.data):
        raise RepairError("A fragment names more frames than it holds.", hint="Repair it first.")
    for index in range(count):
        row = [*defaults, 0]
        for column, bit in enumerate((0x100, 0x200, 0x400, 0x800)):
            if flags & bit:
                row[column] = trun.number(position)
                position += 4
        if index == 0 and first_flags is not None:
            row[2] = first_flags
        composition = row[3] - (1 << 32) if trun.version and row[3] >= 1 << 31 else row[3]
        yield Sample(place, row[1], row[0], composition, row[2])
        place += row[1]
