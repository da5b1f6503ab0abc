"""WebM bytes to a segment map: one segment per cluster."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments import ebml, matroska, mime
from studio.segments.blocks import ClusterReader
from studio.segments.ebml import Element
from studio.segments.matroska import SegmentInfo
from studio.segments.model import (
    BlockOrderFault,
    FactKind,
    Family,
    Segment,
    SegmentMap,
    Track,
    TrackKind,
    TrackSpan,
)
from studio.segments.notes import MAX_FACTS, Notes
from studio.segments.source import ByteSource
from studio.segments.spans import TrackTally

MAX_BLOCKS = 10_000_000
"""Blocks read from one file: more than a day of video and sound."""

MAX_LEVEL_1 = 2_000_000
"""Elements directly in the Segment."""


@dataclass(slots=True)
class _Cluster:
    offset: int
    size: int
    time: int


@dataclass(slots=True)
class _Walk:
    """What has been found so far, on the way through one file."""

    source: ByteSource
    end: int
    info: SegmentInfo = field(default_factory=SegmentInfo)
    tracks: tuple[Track, ...] = ()
    tallies: dict[int, TrackTally] = field(default_factory=dict)
    clusters: list[_Cluster] = field(default_factory=list)
    faults: list[BlockOrderFault] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    blocks: int = 0
    first_cluster: int | None = None
    has_cues: bool = False
    truncated: bool = False
    position: int = 0


def read_webm(source: ByteSource, path: Path) -> SegmentMap:
    """Read the map of a WebM (or Matroska) file.

    Raises:
        SegmentError: the header is cut off, or there are no tracks.
    """
    doc_type, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    declared_end = segment.end(source.size)
    walk = _Walk(source, min(declared_end, source.size))
    walk.truncated = declared_end > source.size
    if doc_type != "webm":
        walk.notes.add(FactKind.DOC_TYPE, header.offset, text=doc_type)
    _walk_segment(walk, segment.data_offset)
    if not walk.tracks:
        raise SegmentError(
            "The file holds no tracks.", hint="It is cut off or damaged near its beginning."
        )
    return _to_map(walk, path)


def find_segment(source: ByteSource, start: int) -> Element:
    """Return the Segment element after the EBML header, which ends at ``start``.

    Raises:
        SegmentError: there is none.
    """
    position = start
    for _ in range(ebml.MAX_CHILDREN):
        element = ebml.read_element(source, position)
        if element is None:
            break
        if element.id == ebml.SEGMENT:
            return element
        if element.size is None:
            break
        position = element.end(0)
    raise SegmentError(
        "The file is cut off inside its header.", hint="Check that the copy finished."
    )


def _walk_segment(walk: _Walk, start: int) -> None:
    position = start
    for _ in range(MAX_LEVEL_1):
        if position >= walk.end:
            break
        element = ebml.read_element(walk.source, position)
        if element is None or (element.size is None and element.id != ebml.CLUSTER):
            walk.truncated = True
            walk.notes.add(FactKind.DAMAGED, position)
            break
        if element.size is not None and element.end(0) > walk.end:
            walk.truncated = True
            if element.id == ebml.CLUSTER and walk.first_cluster is None:
                walk.first_cluster = position
            break
        position = _read_level_1(walk, element)
    walk.position = position


def _read_level_1(walk: _Walk, element: Element) -> int:
    """Read one element of the Segment and return where the next one begins."""
    match element.id:
        case ebml.INFO:
            walk.info = matroska.read_info(walk.source, element)
        case ebml.TRACKS if not walk.tracks:
            walk.tracks = matroska.read_tracks(walk.source, element, walk.info.scale_ns)
            walk.tallies = {
                track.number: TrackTally(track, walk.info.scale_ns) for track in walk.tracks
            }
        case ebml.CUES:
            walk.has_cues = True
        case ebml.CLUSTER:
            return _read_cluster(walk, element)
    return element.end(walk.end)


def _read_cluster(walk: _Walk, element: Element) -> int:
    if walk.first_cluster is None:
        walk.first_cluster = element.offset
    index = len(walk.clusters)
    reader = ClusterReader(walk.source, element, walk.end)
    previous: int | None = None
    for block in reader:
        time = block.time
        if previous is not None and time < previous:
            _note_reversal(walk, block.offset, time, previous)
        previous = time
        walk.blocks += 1
        tally = walk.tallies.get(block.track)
        if tally is None:
            walk.notes.add(FactKind.UNKNOWN_TRACK, block.offset, track=block.track)
        else:
            tally.add(index, block, walk.source, walk.notes)
    if walk.blocks > MAX_BLOCKS:
        raise SegmentError("The file holds more frames than any real one.", hint="It is damaged.")
    if reader.untimed is not None:
        walk.notes.add(FactKind.NO_TIMESTAMP, reader.untimed)
    end = element.end(reader.end)
    if not reader.whole:
        if element.size is None:
            walk.truncated = True
        walk.notes.add(FactKind.BROKEN_CLUSTER, reader.end)
    walk.clusters.append(_Cluster(element.offset, end - element.offset, reader.time or 0))
    return end if reader.whole or element.size is not None else walk.end


def _note_reversal(walk: _Walk, offset: int, time: int, previous: int) -> None:
    if len(walk.faults) < MAX_FACTS:
        scale = walk.info.scale_ns
        walk.faults.append(
            BlockOrderFault(offset, time * scale // 10**6, previous * scale // 10**6)
        )


def _to_map(walk: _Walk, path: Path) -> SegmentMap:
    spans: list[list[TrackSpan]] = [[] for _ in walk.clusters]
    for tally in walk.tallies.values():
        for index, span in tally.spans():
            spans[index].append(span)
    kinds = {track.number: track.kind for track in walk.tracks}
    segments = tuple(
        _to_segment(cluster, tuple(found), kinds, walk.info.scale_ns)
        for cluster, found in zip(walk.clusters, spans, strict=True)
    )
    tracks = tuple(_with_vp9_string(track, walk) for track in walk.tracks)
    end = max((span.end_s for found in spans for span in found), default=Fraction(0))
    first = walk.first_cluster
    return SegmentMap(
        path=path,
        family=Family.WEBM,
        mime=mime.mime_type(Family.WEBM, tracks),
        size_bytes=walk.source.size,
        duration_s=walk.info.duration_s or end,
        init_offset=0,
        init_size=walk.position if first is None else first,
        tracks=tracks,
        segments=segments,
        declared_duration_s=walk.info.duration_s,
        has_index=walk.has_cues,
        block_order_faults=tuple(walk.faults),
        truncated=walk.truncated,
        facts=tuple(walk.notes.facts),
    )


def _to_segment(
    cluster: _Cluster, spans: tuple[TrackSpan, ...], kinds: dict[int, TrackKind], scale_ns: int
) -> Segment:
    video = [span for span in spans if kinds[span.track] is TrackKind.VIDEO]
    audio = [span for span in spans if kinds[span.track] is TrackKind.AUDIO]
    main = next(iter(video or audio), None)
    if main is None:
        start, duration = Fraction(cluster.time * scale_ns, 10**9), Fraction(0)
    else:
        start, duration = main.start_s, main.end_s - main.start_s
    has_video = TrackKind.VIDEO in kinds.values()
    keyframe = all(span.starts_with_keyframe for span in video) and bool(video or not has_video)
    return Segment(cluster.offset, cluster.size, start, duration, keyframe, spans)


def _with_vp9_string(track: Track, walk: _Walk) -> Track:
    if track.codec_string != "vp9":
        return track
    tally = walk.tallies[track.number]
    text = mime.vp9_codec(track, tally.first_keyframe, tally.frames_per_second)
    return replace(track, codec_string=text)
