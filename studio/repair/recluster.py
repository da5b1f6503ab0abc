"""Order a WebM's blocks by time and cut its clusters at keyframes; frames stay as they are.

This is the cure for what ffmpeg 9 muxes: it adds the CodecDelay to the times of sound after
interleaving, so that within a cluster times step back, and Chromium refuses the cluster with
"Got a block with a timecode before the previous block".
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.repair.block_groups import without_padding
from studio.repair.block_index import BlockIndex
from studio.repair.block_reading import read_index
from studio.repair.block_writing import new_head, new_tail
from studio.repair.changes import Change, KeptTrack
from studio.repair.cluster_plan import PlannedCluster, block_order, plan_clusters
from studio.repair.new_file import created, nobody_listens
from studio.repair.recluster_changes import changes_of
from studio.segments import ebml
from studio.segments.model import TrackKind
from studio.segments.source import ByteSource, open_source

COPY_BYTES = 1 << 20
_SEGMENT_SIZE_WIDTH = 8
_HARMLESS_INFO = frozenset({ebml.TITLE, ebml.DATE_UTC})
_POSITION_SLACK = 64 << 20


@dataclass(frozen=True, slots=True)
class ReclusterReport:
    """What was done. ``reversals``: blocks that stood after a later one in their cluster.

    ``removed_default_duration`` tells that DefaultDuration was taken out because frames
    are missing, where Chromium would drop the rest of the GOP (mse-rules W12).
    ``trimmed_durations``: blocks of sound whose rounded duration reached into the next one.
    ``truncated`` tells that the source was cut off; its whole blocks were kept.
    ``changes`` says everything that was done and left out; ``kept`` which tracks and frames
    of the source must be found in the result, ``shift_s`` later than in the source.
    """

    blocks: int
    clusters: int
    reversals: int
    duration_s: Fraction
    size_bytes: int
    removed_default_duration: bool = False
    trimmed_durations: int = 0
    dropped_blocks: int = 0
    truncated: bool = False
    changes: tuple[Change, ...] = ()
    kept: tuple[KeptTrack, ...] = ()
    shift_s: Fraction = Fraction(0)


def recluster(
    source: Path,
    target: Path,
    *,
    only: TrackKind | None = None,
    on_progress: Callable[[float], None] | None = None,
) -> ReclusterReport:
    """Write ``source`` anew as one WebM that a SourceBuffer takes cluster by cluster.

    Frames stay exactly as they are and so do their times, but for one shift of all when the
    file does not begin at 0; of written durations those of sound are shortened to where the
    next block begins. ``target`` is removed again when anything fails, also when
    ``on_progress`` raises.

    Args:
        source: a WebM or Matroska file, as any muxer wrote it.
        target: the file to write; an existing one is replaced.
        only: keep the track of this kind alone.
        on_progress: gets fractions from 0 to 1.

    Raises:
        RepairError: the blocks cannot be put in order without changing frames.
        SegmentError: the source is not a readable WebM file.
        OutputError: the target cannot be written.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise RepairError("The repaired file would overwrite its own source.")
    with open_source(source) as reading:
        index = read_index(reading, only)
    with open_source(source, COPY_BYTES) as reading, created(target, COPY_BYTES) as file:
        return _write(reading, index, file, on_progress or nobody_listens)


@dataclass(slots=True)
class _Layout:
    """Everything before the first cluster, and the length of the whole file."""

    head: bytes
    total: int


def _write(
    source: ByteSource, index: BlockIndex, file: BinaryIO, on_progress: Callable[[float], None]
) -> ReclusterReport:
    order = block_order(index)
    clusters = plan_clusters(index, order)
    tags_size = sum(tag.header_size + (tag.size or 0) for tag in index.tags)
    layout = _lay_out(source, index, order, clusters, tags_size)
    file.write(layout.head)
    for cluster in clusters:
        file.write(_cluster_head(cluster))
        for number in order[cluster.first : cluster.last]:
            _copy_block(source, index, number, cluster.time, file)
        on_progress(file.tell() / layout.total)
    for tag in index.tags:
        _copy(source, tag.offset, tag.header_size + (tag.size or 0), file)
    file.flush()
    on_progress(1.0)
    size = file.tell()
    if size != layout.total:
        raise RepairError("The repaired file did not become as long as planned.")
    return ReclusterReport(
        blocks=len(order),
        clusters=len(clusters),
        reversals=index.reversals,
        duration_s=index.end_s,
        size_bytes=size,
        removed_default_duration=index.has_long_step,
        trimmed_durations=index.trimmed_durations,
        dropped_blocks=index.dropped_blocks,
        truncated=index.truncated,
        changes=changes_of(index, len(clusters)),
        kept=index.kept(),
        shift_s=Fraction(index.shift * index.info.scale_ns, 10**9),
    )


def _cluster_head(cluster: PlannedCluster) -> bytes:
    timestamp = writer.uint(ebml.TIMESTAMP, cluster.time)
    size = writer.size_bytes(len(timestamp) + cluster.blocks_size)
    return writer.id_bytes(ebml.CLUSTER) + size + timestamp


def _lay_out(
    source: ByteSource,
    index: BlockIndex,
    order: list[int],
    clusters: list[PlannedCluster],
    tags_size: int,
) -> _Layout:
    """Compute every position first, so that Cues can stand before the clusters."""
    ticks = float(index.end_s * 10**9 / index.info.scale_ns)
    info = writer.info(index.info.scale_ns, ticks, _kept_info(source, index))
    tracks = _tracks(index)
    points = _cue_points(index, order, clusters)
    sizes = [len(_cluster_head(cluster)) + cluster.blocks_size for cluster in clusters]
    width = 4 if sum(sizes) + _POSITION_SLACK < 1 << 32 else 8
    parts = [(ebml.INFO, len(info)), (ebml.TRACKS, len(tracks))]
    if points:
        parts.append((ebml.CUES, len(writer.cues(points, [0] * len(clusters), width))))
    names = [name for name, _ in parts] + [ebml.TAGS] * bool(tags_size)
    position = len(writer.seek_head([(name, 0) for name in names]))
    places = []
    for name, size in parts:
        places.append((name, position))
        position += size
    *starts, position = accumulate(sizes, initial=position)
    if tags_size:
        places.append((ebml.TAGS, position))
        position += tags_size
    begin = writer.ebml_header() + writer.id_bytes(ebml.SEGMENT)
    begin += writer.size_bytes(position, _SEGMENT_SIZE_WIDTH)
    body = writer.seek_head(places) + info + tracks
    if points:
        body += writer.cues(points, starts, width)
    return _Layout(begin + body, len(begin) + position)


def _cue_points(
    index: BlockIndex, order: list[int], clusters: list[PlannedCluster]
) -> list[writer.CuePoint]:
    """Return one entry for each cluster that playback can begin with."""
    return [
        writer.CuePoint(
            time=max(0, index.times[order[cluster.cue]]),
            track=index.track_numbers[order[cluster.cue]],
            cluster=number,
            relative_position=len(writer.uint(ebml.TIMESTAMP, cluster.time)) + cluster.cue_position,
        )
        for number, cluster in enumerate(clusters)
        if cluster.cue is not None
    ]


def _kept_info(source: ByteSource, index: BlockIndex) -> bytes:
    """Return the source's Info elements that stay true."""
    if index.info_element is None:
        return b""
    start, end = index.info_element.data_offset, index.info_element.end(0)
    return b"".join(
        source.at(child.offset, child.end(0) - child.offset)
        for child in ebml.children(source, start, end)
        if child.id in _HARMLESS_INFO
    )


def _tracks(index: BlockIndex) -> bytes:
    """Return the Tracks element; without DefaultDuration where frames are missing."""
    entries = (entry.written(default_duration=not index.has_long_step) for entry in index.entries)
    return writer.element(ebml.TRACKS, b"".join(entries))


def _copy_block(
    source: ByteSource, index: BlockIndex, number: int, cluster_time: int, file: BinaryIO
) -> None:
    """Copy one block and write its time anew, relative to its new cluster."""
    offset, size = index.offsets[number], index.sizes[number]
    place = index.time_places[number]
    relative = index.times[number] - cluster_time
    if not -0x8000 <= relative <= 0x7FFF:
        raise RepairError("A frame's time does not fit into its cluster.")
    if place == 0:
        head, size = new_head(index, number, relative)
        file.write(head)
        _copy(source, offset, size, file)
        file.write(new_tail(index, number))
        return
    head = source.at(offset, min(size, COPY_BYTES))
    if len(head) != min(size, COPY_BYTES):
        raise RepairError("The file changed while it was read.", hint="Try again.")
    if index.durations[number] >= 0:
        head = _with_duration(head, index.duration_places[number], index.durations[number])
    if number in index.vorbis_ends:
        head = without_padding(source, offset, head)
    file.write(b"".join((head[:place], (relative & 0xFFFF).to_bytes(2, "big"), head[place + 2 :])))
    if size > COPY_BYTES:
        _copy(source, offset + COPY_BYTES, size - COPY_BYTES, file)


def _with_duration(group: bytes, place: int, duration: int) -> bytes:
    """Write a shorter BlockDuration over the one whose data stands at ``place``."""
    width = group[place - 1] & 0x7F
    return group[:place] + duration.to_bytes(width, "big") + group[place + width :]


def _copy(source: ByteSource, offset: int, size: int, file: BinaryIO) -> None:
    while size > 0:
        chunk = source.at(offset, min(size, COPY_BYTES))
        if not chunk:
            raise RepairError("The file changed while it was read.", hint="Try again.")
        file.write(chunk)
        offset += len(chunk)
        size -= len(chunk)
