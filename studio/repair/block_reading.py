"""Reads all blocks of a WebM or Matroska file into an index."""

from fractions import Fraction

from studio.errors import RepairError
from studio.repair.block_groups import PLAIN_REST_BYTES, discard_padding, is_odd
from studio.repair.block_index import MAX_PLACE, BlockIndex
from studio.repair.picture_holes import PictureHoles
from studio.repair.recluster_times import keep_only, settle_laces, settle_start
from studio.repair.recluster_tracks import TrackEntry, choose_tracks
from studio.repair.sound_durations import SoundDurations
from studio.repair.true_keyframes import corrected
from studio.repair.unlace import FrameClock, frame_times, frames_of
from studio.segments import ebml, matroska
from studio.segments.blocks import Block, ClusterReader
from studio.segments.ebml import Element
from studio.segments.model import FactKind, TrackKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.segments.spans import TrackTally
from studio.segments.webm import MAX_BLOCKS, MAX_LEVEL_1, find_segment

MAX_HEADER_ELEMENT_BYTES = 16 << 20
"""Info or Tracks larger than this are not a film's."""

MAX_TIME_TICKS = 1 << 52
"""Higher times cannot be exact in the Duration, a float of 64 bits."""


class _DisorderError(RepairError):
    """A track's times step back."""


def read_index(source: ByteSource, only: TrackKind | None = None) -> BlockIndex:
    """Read all block headers of a WebM file; a cut-off end keeps its whole blocks.

    Clusters that do not stand in the order of their times are read in that order.

    Args:
        source: the file.
        only: keep the track of this kind alone.

    Raises:
        SegmentError: the file's header cannot be read.
        RepairError: its blocks cannot be put in order without changing frames.
    """
    try:
        index = _read(source, in_time_order=False)
    except _DisorderError:
        index = _read(source, in_time_order=True)
    if only is not None:
        keep_only(index, only)
    return index


def _read(source: ByteSource, *, in_time_order: bool) -> BlockIndex:
    doc_type, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    builder = _Builder(source, min(segment.end(source.size), source.size))
    builder.index.truncated = segment.end(source.size) > source.size
    builder.index.doc_type = doc_type
    builder.walk(segment.data_offset, in_time_order=in_time_order)
    return builder.finished()


class _Builder:
    def __init__(self, source: ByteSource, end: int) -> None:
        self.index = BlockIndex()
        self._source = source
        self._end = end
        self._tallies: dict[int, TrackTally] = {}
        self._entries: dict[int, TrackEntry] = {}
        self._clocks: dict[int, FrameClock] = {}
        self._declared: frozenset[int] = frozenset()
        self._notes = Notes()
        self._last_times: dict[int, int] = {}
        self._loose: list[tuple[int, int]] = []
        self._lace_ends_s: dict[int, Fraction] = {}
        self._sound: frozenset[int] = frozenset()
        self._holes = PictureHoles(source, self.index)
        self._sounds = SoundDurations(self.index)
        self._always_new: frozenset[int] = frozenset()
        self._vpx: dict[int, str] = {}
        self._waiting: set[int] = set()
        self._tracks_element: Element | None = None

    def walk(self, start: int, *, in_time_order: bool) -> None:
        clusters: list[tuple[int, Element]] = []
        position = start
        for _ in range(MAX_LEVEL_1):
            if position >= self._end:
                break
            found = ebml.read_element(self._source, position)
            if found is None or (found.size is None and found.id != ebml.CLUSTER):
                self.index.truncated = True
                break
            if found.id == ebml.CLUSTER and in_time_order:
                reader = ClusterReader(self._source, found, self._end)
                for _ in reader:
                    pass
                position = self._after(found, reader)
                clusters.append((reader.time or 0, found))
            elif found.id == ebml.CLUSTER:
                if self._tracks_element is None:
                    raise _DisorderError("The frames come before the header that declares them.")
                position = self._read_cluster(found)
            elif found.end(0) > self._end:
                self.index.truncated = True
                break
            else:
                self._keep(found)
                position = found.end(0)
        self.index.clusters_sorted = in_time_order
        for _, cluster in sorted(clusters, key=lambda pair: pair[0]):
            self._read_cluster(cluster)

    def _keep(self, found: Element) -> None:
        index = self.index
        match found.id:
            case ebml.INFO:
                self._limit_size(found)
                index.info, index.info_element = matroska.read_info(self._source, found), found
            case ebml.TRACKS if self._tracks_element is None:
                self._limit_size(found)
                self._tracks_element = found
                self._begin_tracks(found)
            case ebml.TAGS:
                index.tags.append(found)
            case ebml.CUES:
                index.has_cues = True
            case ebml.CHAPTERS | ebml.ATTACHMENTS:
                index.dropped_elements.add(found.id)

    def _limit_size(self, found: Element) -> None:
        if (found.size or 0) > MAX_HEADER_ELEMENT_BYTES:
            raise RepairError("The file's header is larger than that of any real film.")

    def _begin_tracks(self, found: Element) -> None:
        index, scale = self.index, self.index.info.scale_ns
        index.entries, index.changes = choose_tracks(self._source, found, scale)
        known = matroska.read_tracks(self._source, found, scale)
        self._declared = frozenset(track.number for track in known)
        self._entries = {entry.source_number: entry for entry in index.entries}
        self._tallies = {n: TrackTally(e.track, scale) for n, e in self._entries.items()}
        kinds = {n: entry.track.kind for n, entry in self._entries.items()}
        self._sound = frozenset(n for n, kind in kinds.items() if kind is TrackKind.AUDIO)
        self._waiting = {n for n, kind in kinds.items() if kind is TrackKind.VIDEO}
        codecs = {n: e.track.codec_id for n, e in self._entries.items() if not e.prefix}
        self._vpx = {n: codec for n, codec in codecs.items() if codec in ("V_VP8", "V_VP9")}
        self._always_new = frozenset(
            n for n, entry in self._entries.items() if entry.prefix or entry.number != n
        )

    def _read_cluster(self, cluster: Element) -> int:
        reader = ClusterReader(self._source, cluster, self._end)
        previous: int | None = None
        for block in reader:
            if previous is not None and block.time < previous:
                self.index.reversals += 1
            previous = block.time
            self._add(block)
        self.index.clusters += 1
        return self._after(cluster, reader)

    def _after(self, cluster: Element, reader: ClusterReader) -> int:
        """Return where the next element stands, after a cluster was read."""
        if reader.untimed is not None:
            raise RepairError(
                "A cluster has no time, so its frames cannot be put in order.",
                hint="Make the file again from its source.",
            )
        if not reader.whole:
            self.index.truncated = True
            return self._end if cluster.size is None else cluster.end(0)
        return cluster.end(reader.end)

    def _add(self, block: Block) -> None:
        index = self.index
        track = block.track
        tally = self._tallies.get(track)
        if tally is None:
            index.dropped_blocks += track not in self._declared
            return
        marked = block
        if track in self._vpx:
            block = corrected(block, self._vpx[track], self._source)
        if track in self._waiting:
            if not block.keyframe:
                index.skipped[track] += block.frames
                return
            self._waiting.remove(track)
        last = self._last_times.get(track)
        if last is not None and block.time < last:
            raise _DisorderError(
                "The frames of one track are not stored in the order of their times.",
                hint="Transcode the file instead; its codec or its times do not suit WebM.",
                detail=f"track {track}, byte {block.offset}",
            )
        if abs(block.time) > MAX_TIME_TICKS or len(index.offsets) >= MAX_BLOCKS:
            raise RepairError("The file's times or frame counts are not those of a real film.")
        self._last_times[track] = block.time
        if track in self._sound:
            self._sounds.see(block, last, len(index.offsets))
        elif not block.laced:
            self._holes.see(block, len(index.offsets))
        tally.add(index.clusters, block, self._source, self._notes)
        place = block.time_offset - block.offset
        rest = block.offset + block.size - block.payload_offset - block.payload_size
        if block.laced:
            self._unlace(block)
        elif (
            track in self._always_new
            or block is not marked
            or place > MAX_PLACE
            or (rest > PLAIN_REST_BYTES and is_odd(self._source, block))
        ):
            self._append_new(block)
            index.remarked += block is not marked
        else:
            if track in self._clocks:
                clock = self._clocks[track]
                clock.duration_ns(self._source, block.payload_offset, block.payload_size)
            index.offsets.append(block.offset)
            index.sizes.append(block.size)
            index.times.append(block.time)
            index.time_places.append(place)
            index.track_numbers.append(track)
            index.keyframes.append(block.keyframe)
            index.durations.append(-1)
            duration_place = block.duration_place
            index.duration_places.append(duration_place if duration_place <= MAX_PLACE else 0)

    def _append(self, offset: int, size: int, time: int, track: int, key: bool) -> None:
        index = self.index
        index.offsets.append(offset)
        index.sizes.append(size)
        index.times.append(time)
        index.time_places.append(0)
        index.track_numbers.append(self._entries[track].number)
        index.keyframes.append(key)
        index.durations.append(-1)
        index.duration_places.append(0)

    def _append_new(self, block: Block) -> None:
        """Note a block whose header is written anew around its frame."""
        index = self.index
        number = len(index.offsets)
        self._append(block.payload_offset, 0, block.time, block.track, block.keyframe)
        index.durations[number] = max(-1, min(block.duration, 0x7FFFFFFF))
        if self._entries[block.track].track.codec_id == "A_OPUS":
            padding = discard_padding(self._source, block)
            if padding:
                index.extras[number] = padding
        index.sizes[number] = index.head_bytes(number) + block.payload_size
        index.rewritten_blocks += 1

    def _unlace(self, block: Block) -> None:
        """Note each frame of a laced block as a block of its own."""
        index = self.index
        entry = self._entries[block.track]
        if block.track not in self._clocks:
            clock = FrameClock(entry.track, entry.private, entry.prefix)
            self._clocks[block.track] = clock
        clock = self._clocks[block.track]
        spans = frames_of(self._source, block)
        lengths = [clock.duration_ns(self._source, *span) for span in spans]
        times = frame_times(block.time, lengths, index.info.scale_ns)
        if len(spans) > 1 and not all(lengths):
            self._loose.append((len(index.offsets), len(spans)))
        end_ns = sum(lengths, Fraction(block.time * index.info.scale_ns))
        self._lace_ends_s[block.track] = end_ns / 10**9
        for time, (offset, size) in zip(times, spans, strict=True):
            self._append(offset, 0, time, block.track, block.keyframe)
            index.sizes[-1] = index.head_bytes(len(index.offsets) - 1) + size
        index.unlaced_blocks += 1

    def finished(self) -> BlockIndex:
        index = self.index
        if self._waiting and any(index.skipped[number] for number in self._waiting):
            raise RepairError(
                "The picture has no keyframe, so it cannot be shown from anywhere.",
                hint="Transcode it from its source.",
            )
        if self._tracks_element is None or not index.entries or not index.offsets:
            raise RepairError("The file holds no frames that could be put in order.")
        for number, tally in self._tallies.items():
            ends = [span.end_s for _, span in tally.spans()]
            index.ends_s[number] = max([*ends, self._lace_ends_s.get(number, Fraction(0))])
        if index.unlaced_blocks:
            settle_laces(index, self._loose)
        settle_start(index)
        index.vorbis_ends = frozenset(
            self._sounds.last[entry.source_number][0]
            for entry in index.entries
            if entry.track.codec_id == "A_VORBIS" and entry.source_number in self._sounds.last
        )
        index.has_long_step = any(f.kind is FactKind.FRAME_STEP for f in self._notes.facts)
        return index
