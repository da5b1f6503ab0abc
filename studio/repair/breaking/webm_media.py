"""A WebM file as something to take apart: its elements, and the blocks of each cluster."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from heapq import merge

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.repair.breaking.pieces import Copy, Piece, Put, SizeField, length
from studio.segments import ebml, matroska
from studio.segments.blocks import Block, ClusterReader
from studio.segments.model import Family, Track, TrackKind
from studio.segments.source import ByteSource
from studio.segments.webm import find_segment

MAX_HEAD_BYTES = 16 << 20
"""EBML header, Info or Tracks larger than this are not a film's."""

MAX_CLUSTERS = 1_000_000
_SEGMENT_LENGTH_MARK = 1 << 56
_INDEXES = frozenset({ebml.SEEK_HEAD, ebml.CUES})


@dataclass(frozen=True, slots=True)
class Part:
    """One element directly in the Segment, where it stands and really ends."""

    id: int
    offset: int
    size: int

    def copied(self) -> Copy:
        """Return it as it is."""
        return Copy(self.offset, self.size)


@dataclass(frozen=True, slots=True)
class Timed:
    """A block and the time (ticks) it is to have; ``opens``: a cluster may begin with it."""

    time: int
    block: Block
    opens: bool = False


Shift = Callable[[int], int]


class WebmMedia:
    """One WebM file, open for reading.

    ``parts`` are the elements of the Segment in file order; ``clusters`` those that are
    clusters. Times are ticks of ``scale_ns``.
    """

    family = Family.WEBM

    def __init__(self, source: ByteSource) -> None:
        self.source = source
        _, self.header = matroska.read_doc_type(source)
        self.segment = find_segment(source, self.header.end(0))
        end = min(self.segment.end(source.size), source.size)
        self.parts = tuple(self._walk(self.segment.data_offset, end))
        self.clusters = tuple(part for part in self.parts if part.id == ebml.CLUSTER)
        self.scale_ns = self._read_scale()
        self.tracks = self._read_tracks()
        if not self.tracks or not self.clusters:
            raise RepairError("The file holds no clusters of frames.", hint="Repair it first.")

    def _walk(self, start: int, end: int) -> Iterator[Part]:
        position = start
        for _ in range(MAX_CLUSTERS):
            element = ebml.read_element(self.source, position) if position < end else None
            if element is None:
                break
            stop = element.end(end)
            if element.size is None:
                reader = ClusterReader(self.source, element, end)
                for _ in reader:
                    pass
                stop = reader.end
            if stop > end:
                break
            yield Part(element.id, position, stop - position)
            position = stop
        if position != end:
            raise RepairError("The file is cut off or damaged.", hint="Repair it first.")

    def first(self, element_id: int) -> Part | None:
        """Return the first part of this kind, or None."""
        return next((part for part in self.parts if part.id == element_id), None)

    def _head_element(self, element_id: int) -> ebml.Element | None:
        part = self.first(element_id)
        if part is not None and part.size > MAX_HEAD_BYTES:
            raise RepairError("The file's header is larger than that of any real film.")
        return None if part is None else ebml.read_element(self.source, part.offset)

    def _read_scale(self) -> int:
        info = self._head_element(ebml.INFO)
        known = matroska.SegmentInfo() if info is None else matroska.read_info(self.source, info)
        return known.scale_ns

    def _read_tracks(self) -> tuple[Track, ...]:
        tracks = self._head_element(ebml.TRACKS)
        return () if tracks is None else matroska.read_tracks(self.source, tracks, self.scale_ns)

    def track_of(self, kind: TrackKind) -> Track | None:
        """First track of this kind, or None."""
        return next((track for track in self.tracks if track.kind is kind), None)

    def ticks(self, milliseconds: int) -> int:
        """Return a length in ticks."""
        return round(Fraction(milliseconds * 10**6, self.scale_ns))

    def blocks(self, number: int) -> list[Timed]:
        """Return the blocks of one cluster in file order."""
        return [Timed(block.time, block) for block in self._reader(number)]

    def cluster_time(self, number: int) -> int:
        """Return a cluster's own time."""
        reader = self._reader(number)
        next(iter(reader), None)
        return 0 if reader.time is None else reader.time

    def _reader(self, number: int) -> ClusterReader:
        part = self.clusters[number]
        element = ebml.read_element(self.source, part.offset)
        if element is None:
            raise RepairError("The file changed while it was read.", hint="Try again.")
        return ClusterReader(self.source, element, part.offset + part.size)

    def data(self, part: Part) -> bytes:
        """Return a part's bytes; only for the small ones."""
        if part.size > MAX_HEAD_BYTES:
            raise RepairError("The file's header is larger than that of any real film.")
        return self.source.at(part.offset, part.size)

    def file(self, body: Iterable[Piece], *, header: bytes | None = None) -> Iterator[Piece]:
        """Yield a whole file with this content of its Segment; the sizes are made to fit."""
        start = self.header.offset
        kept = self.segment.offset - start
        yield Copy(start, kept) if header is None else Put(header, changed=True)
        yield Put(writer.id_bytes(ebml.SEGMENT))
        yield SizeField(8, _SEGMENT_LENGTH_MARK)
        yield from body

    def body(
        self, edit: "Callable[[int], Iterable[Piece] | None] | None" = None
    ) -> Iterator[Piece]:
        """Yield the Segment's content; ``edit`` returns what stands for a cluster, None keeps it.

        An index would lie after an edit, and a SourceBuffer never reads one: SeekHead and
        Cues become Void of the same length.
        """
        cluster = 0
        for part in self.parts:
            if part.id == ebml.CLUSTER:
                new = edit(cluster) if edit is not None else None
                cluster += 1
                if new is None:
                    yield part.copied()
                else:
                    yield from new
            else:
                yield self.kept(part)

    def kept(self, part: Part) -> Piece:
        """Return a part that is no cluster as it is, an index as Void."""
        return Put(writer.void(part.size)) if part.id in _INDEXES else part.copied()

    def outside(self) -> tuple[list[Piece], list[Piece]]:
        """Return what stands before the first cluster, and what behind it that is no cluster."""
        first = self.parts.index(self.clusters[0])
        before = [self.kept(part) for part in self.parts[:first]]
        after = [self.kept(part) for part in self.parts[first:] if part.id != ebml.CLUSTER]
        return before, after


def block_pieces(timed: Timed, cluster_time: int, *, track: int | None = None) -> list[Piece]:
    """Return one block with its time written relative to ``cluster_time``.

    Raises:
        RepairError: the time does not fit.
    """
    block, relative = timed.block, timed.time - cluster_time
    if not -0x8000 <= relative <= 0x7FFF:
        raise RepairError("A frame's time does not fit into its cluster.")
    after = block.time_offset + 2
    head: list[Piece] = [Copy(block.offset, block.time_offset - block.offset)]
    if track is not None:
        head = [Copy(block.offset, block.time_offset - 1 - block.offset), Put(bytes([track]))]
    return [
        *head,
        Put((relative & 0xFFFF).to_bytes(2, "big")),
        Copy(after, block.offset + block.size - after),
    ]


def cluster_pieces(time: int, inside: Iterable[Piece]) -> list[Piece]:
    """Return a cluster with this time and these blocks."""
    content: list[Piece] = [Put(writer.uint(ebml.TIMESTAMP, time)), *inside]
    size = writer.size_bytes(length(content))
    return [Put(writer.id_bytes(ebml.CLUSTER) + size), *content]


def cluster_of(blocks: list[Timed], time: int | None = None) -> list[Piece]:
    """Return a cluster of these blocks; its time is the first one's, or ``time``."""
    start = max(0, blocks[0].time if time is None else time) if blocks else time or 0
    return cluster_pieces(start, [p for timed in blocks for p in block_pieces(timed, start)])


def _stream(media: WebmMedia, track: Track, main: bool, shift: Shift) -> Iterator[Timed]:
    for number in range(len(media.clusters)):
        offset = shift(number)
        first = main
        for timed in media.blocks(number):
            if timed.block.track == track.number:
                yield Timed(timed.time + offset, timed.block, first)
                first = False


def merged(media: WebmMedia, shifts: dict[int, Shift]) -> Iterator[Timed]:
    """Yield all blocks by time, after ``shifts`` moved tracks.

    Args:
        media: the file.
        shifts: by track number, what to add to the times of a source cluster's blocks (ticks).
    """
    main = media.track_of(TrackKind.VIDEO) or media.tracks[0]
    streams = [
        _stream(media, track, track is main, shifts.get(track.number, _nothing))
        for track in media.tracks
    ]
    return merge(*streams, key=lambda t: (t.time, t.block.track != main.number))


def _nothing(_cluster: int) -> int:
    return 0


def clusters_of(blocks: Iterable[Timed]) -> Iterator[list[Timed]]:
    """Cut ordered blocks into clusters, each with one block that opens.

    What comes before the first such block shares its cluster.
    """
    current: list[Timed] = []
    opened = False
    for timed in blocks:
        if timed.opens and opened:
            yield current
            current = []
        opened = opened or timed.opens
        current.append(timed)
    if current:
        yield current
