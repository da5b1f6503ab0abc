"""Every block of a WebM file in flat arrays, and what else of the file is worth keeping."""

from array import array
from dataclasses import dataclass, field
from fractions import Fraction

from studio.errors import RepairError
from studio.segments import ebml, matroska
from studio.segments.blocks import Block, ClusterReader
from studio.segments.ebml import Element
from studio.segments.matroska import SegmentInfo
from studio.segments.model import FactKind, Track, TrackKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.segments.spans import TrackTally
from studio.segments.webm import MAX_BLOCKS, MAX_LEVEL_1, find_segment

MAX_HEADER_ELEMENT_BYTES = 16 << 20
"""Info or Tracks larger than this are not a film's."""

MAX_TIME_TICKS = 1 << 52
"""Higher times cannot be exact in the Duration, a float of 64 bits."""


@dataclass(slots=True)
class BlockIndex:
    """A file's blocks in file order; about 32 bytes of memory for each.

    ``offsets`` and ``sizes`` span whole elements, ``times`` are absolute ticks,
    ``time_places`` say where in the element its two bytes of relative time stand.
    ``durations`` are the ticks to write at ``duration_places`` of a block of sound whose
    written duration, rounded up, reaches into the next one; -1 elsewhere.
    """

    info: SegmentInfo = field(default_factory=SegmentInfo)
    info_element: Element | None = None
    tracks: tuple[Track, ...] = ()
    tracks_element: Element | None = None
    tags: list[Element] = field(default_factory=list)
    offsets: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("q"))
    times: "array[int]" = field(default_factory=lambda: array("q"))
    time_places: "array[int]" = field(default_factory=lambda: array("H"))
    track_numbers: "array[int]" = field(default_factory=lambda: array("H"))
    durations: "array[int]" = field(default_factory=lambda: array("i"))
    duration_places: "array[int]" = field(default_factory=lambda: array("H"))
    trimmed_durations: int = 0
    keyframes: bytearray = field(default_factory=bytearray)
    reversals: int = 0
    dropped_blocks: int = 0
    dropped_elements: set[int] = field(default_factory=set)
    truncated: bool = False
    end_s: Fraction = Fraction(0)
    vorbis_ends: frozenset[int] = frozenset()
    """The last block of each Vorbis track, counted from 0."""
    has_long_step: bool = False
    """A frame is missing: the step to the next one exceeds twice DefaultDuration."""

    def first_track(self, kind: TrackKind) -> Track | None:
        """First declared track of this kind, or None."""
        return next((track for track in self.tracks if track.kind is kind), None)


def read_index(source: ByteSource) -> BlockIndex:
    """Read all block headers of a WebM file; a cut-off end keeps its whole blocks.

    Raises:
        SegmentError: the file's header cannot be read.
        RepairError: its blocks cannot be put in order without changing frames.
    """
    _, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    builder = _Builder(source, min(segment.end(source.size), source.size))
    builder.index.truncated = segment.end(source.size) > source.size
    builder.walk(segment.data_offset)
    return builder.finished()


class _Builder:
    def __init__(self, source: ByteSource, end: int) -> None:
        self.index = BlockIndex()
        self._source = source
        self._end = end
        self._tallies: dict[int, TrackTally] = {}
        self._notes = Notes()
        self._last_times: dict[int, int] = {}
        self._open_durations: dict[int, tuple[int, int]] = {}
        self._sound: frozenset[int] = frozenset()
        self._clusters = 0

    def walk(self, start: int) -> None:
        position = start
        for _ in range(MAX_LEVEL_1):
            if position >= self._end:
                return
            found = ebml.read_element(self._source, position)
            if found is None or (found.size is None and found.id != ebml.CLUSTER):
                self.index.truncated = True
                return
            if found.id == ebml.CLUSTER:
                position = self._read_cluster(found)
            elif found.end(0) > self._end:
                self.index.truncated = True
                return
            else:
                self._keep(found)
                position = found.end(0)

    def _keep(self, found: Element) -> None:
        index = self.index
        match found.id:
            case ebml.INFO:
                index.info, index.info_element = matroska.read_info(self._source, found), found
            case ebml.TRACKS if index.tracks_element is None:
                index.tracks = matroska.read_tracks(self._source, found, index.info.scale_ns)
                index.tracks_element = found
                scale = index.info.scale_ns
                self._tallies = {t.number: TrackTally(t, scale) for t in index.tracks}
                self._sound = frozenset(t.number for t in index.tracks if t.kind is TrackKind.AUDIO)
            case ebml.TAGS:
                index.tags.append(found)
            case ebml.CHAPTERS | ebml.ATTACHMENTS:
                index.dropped_elements.add(found.id)

    def _read_cluster(self, cluster: Element) -> int:
        reader = ClusterReader(self._source, cluster, self._end)
        previous: int | None = None
        for block in reader:
            if previous is not None and block.time < previous:
                self.index.reversals += 1
            previous = block.time
            self._add(block)
        self._clusters += 1
        if reader.untimed is not None:
            raise RepairError("A cluster has no time, so its frames cannot be put in order.")
        if not reader.whole:
            self.index.truncated = True
            return self._end if cluster.size is None else cluster.end(0)
        return cluster.end(reader.end)

    def _add(self, block: Block) -> None:
        index = self.index
        tally = self._tallies.get(block.track)
        place = block.time_offset - block.offset
        if tally is None or place > 0xFFFF:
            index.dropped_blocks += 1
            return
        if block.laced:
            raise RepairError(
                "The file packs several frames into one block (lacing), which browsers refuse.",
                hint="Transcode it instead.",
            )
        last = self._last_times.get(block.track)
        if last is not None and block.time < last:
            raise RepairError(
                "The frames of one track are not stored in the order of their times.",
                hint="Transcode the file instead; its codec or its times do not suit WebM.",
                detail=f"track {block.track}, byte {block.offset}",
            )
        if abs(block.time) > MAX_TIME_TICKS or len(index.offsets) >= MAX_BLOCKS:
            raise RepairError("The file's times or frame counts are not those of a real film.")
        self._last_times[block.track] = block.time
        if block.track in self._sound:
            self._trim(block, last)
        tally.add(self._clusters, block, self._source, self._notes)
        index.offsets.append(block.offset)
        index.sizes.append(block.size)
        index.times.append(block.time)
        index.time_places.append(place)
        index.track_numbers.append(block.track)
        index.keyframes.append(block.keyframe)
        index.durations.append(-1)
        index.duration_places.append(block.duration_place if block.duration_place < 1 << 16 else 0)

    def _trim(self, block: Block, last: int | None) -> None:
        """Shorten the previous block of sound when its rounded duration reaches into this one.

        Chromium cuts the overlap off the sound it decodes: Vorbis with short blocks
        (2.67 ms written as 3) then ran 4.5 ms a second ahead of the picture (measured in
        Chromium 156).
        """
        index = self.index
        number, duration = self._open_durations.get(block.track, (0, -1))
        if last is not None and 0 < block.time - last < duration:
            index.durations[number] = block.time - last
            index.trimmed_durations += 1
        written = block.duration if block.duration_place < 1 << 16 else -1
        self._open_durations[block.track] = (len(index.offsets), written)

    def finished(self) -> BlockIndex:
        index = self.index
        if not index.tracks or index.tracks_element is None or not index.offsets:
            raise RepairError("The file holds no frames that could be put in order.")
        for kept in (index.info_element, index.tracks_element):
            if kept is not None and (kept.size or 0) > MAX_HEADER_ELEMENT_BYTES:
                raise RepairError("The file's header is larger than that of any real film.")
        ends = (span.end_s for tally in self._tallies.values() for _, span in tally.spans())
        index.end_s = max(ends)
        index.vorbis_ends = frozenset(
            self._open_durations[track.number][0]
            for track in index.tracks
            if track.codec_id == "A_VORBIS" and track.number in self._open_durations
        )
        index.has_long_step = any(f.kind is FactKind.FRAME_STEP for f in self._notes.facts)
        return index
