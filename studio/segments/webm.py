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
from studio.segments.webm_cluster_check import (
    PaddingWatch,
    check_unusual,
    name_places,
    place_in_cluster,
)
from studio.segments.webm_header_check import check_master
from studio.segments.webm_top_check import (
    TopOrder,
    check_cues,
    check_ebml_header,
    note_shares,
    note_unknown_size,
)
from studio.segments.webm_track_check import TrackCheck

MAX_BLOCKS = 10_000_000
"""Blocks read from one file: more than a day of video and sound."""

MAX_STEP_BACK = 1 << 15
"""A step back of more ticks inside a cluster is an overflow of the 16 bits of relative time."""

MAX_LEVEL_1 = 2_000_000
"""Elements directly in the Segment."""


@dataclass(slots=True)
class _Cluster:
    offset: int
    size: int
    time: int


@dataclass(slots=True)
class _Walk:
    """What has been found so far."""

    source: ByteSource
    end: int
    info: SegmentInfo = field(default_factory=SegmentInfo)
    tracks: tuple[Track, ...] = ()
    tallies: dict[int, TrackTally] = field(default_factory=dict)
    clusters: list[_Cluster] = field(default_factory=list)
    faults: list[BlockOrderFault] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    order: TopOrder = field(default_factory=TopOrder)
    padding: PaddingWatch = field(default_factory=PaddingWatch)
    cues: list[Element] = field(default_factory=list)
    blocks: int = 0
    first_cluster: int | None = None
    truncated: bool = False
    position: int = 0


def read_webm(source: ByteSource, path: Path) -> SegmentMap:
    """Read the map of a WebM (or Matroska) file.

    Like a browser this goes on behind the end of the Segment, up to the end of the file.

    Raises:
        SegmentError: the header is cut off, or there are no tracks.
    """
    doc_type, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    walk = _Walk(source, source.size)
    declared_end = segment.end(source.size)
    walk.truncated = declared_end > source.size
    if doc_type != "webm":
        walk.notes.add(FactKind.DOC_TYPE, header.offset, text=doc_type, place="EBML/DocType")
    check_ebml_header(source, header, segment, walk.notes)
    _walk_segment(walk, segment.data_offset)
    if not walk.tracks:
        raise SegmentError(
            "The file holds no tracks.", hint="It is cut off or damaged near its beginning."
        )
    if not walk.order.info:
        walk.notes.add(FactKind.NO_INFO, segment.data_offset, place="Segment")
    if declared_end < source.size and not walk.order.repeated:
        behind = Fraction(source.size - declared_end)
        walk.notes.add(FactKind.SEGMENT_SIZE, segment.offset, value=behind, place="Segment")
    check_cues(
        source, walk.cues, segment.data_offset, [c.offset for c in walk.clusters], walk.notes
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
        if element is None:
            walk.truncated = True
            if not ebml.is_cut_off(walk.source, position):
                walk.notes.add(FactKind.DAMAGED, position, place="Segment")
            break
        walk.order.see(element, walk.notes)
        if element.size is None and element.id not in (ebml.CLUSTER, ebml.SEGMENT):
            note_unknown_size(walk.source, element, walk.notes)
            break
        if _is_cut_off(walk, element):
            walk.truncated = True
            if element.id == ebml.CLUSTER and walk.first_cluster is None:
                walk.first_cluster = position
            break
        position = _read_level_1(walk, element)
    walk.position = position


def _is_cut_off(walk: _Walk, element: Element) -> bool:
    """Tell whether an element's end is missing; not so for a cluster that is only too long."""
    if element.size is None or element.end(0) <= walk.end or element.id == ebml.SEGMENT:
        return False
    if element.id != ebml.CLUSTER:
        return True
    reader = ClusterReader(walk.source, element, walk.end)
    for _ in reader:
        pass
    return reader.overrun is None


def _read_level_1(walk: _Walk, element: Element) -> int:
    """Read one element of the Segment and return where the next one begins."""
    match element.id:
        case ebml.SEGMENT:
            return element.data_offset
        case ebml.INFO if not walk.tracks:
            walk.info = matroska.read_info(walk.source, element)
            check_master(walk.source, element, "Segment/Info", walk.notes)
        case ebml.TRACKS if not walk.tracks:
            _read_tracks(walk, element)
        case ebml.TRACKS:
            again = matroska.read_tracks(walk.source, element, walk.info.scale_ns)
            same = again == walk.tracks and not walk.notes.has(FactKind.INFO_ORDER)
            walk.order.repeat(element, walk.notes, same=same)
        case ebml.CUES:
            walk.cues.append(element)
        case ebml.CLUSTER:
            return _read_cluster(walk, element)
    return element.end(walk.end)


def _read_tracks(walk: _Walk, element: Element) -> None:
    walk.tracks = matroska.read_tracks(walk.source, element, walk.info.scale_ns)
    walk.tallies = {track.number: TrackTally(track, walk.info.scale_ns) for track in walk.tracks}
    walk.padding = PaddingWatch(walk.tracks)
    check_master(walk.source, element, "Segment/Tracks", walk.notes)
    TrackCheck(walk.source, walk.notes).check(element, "Segment/Tracks")


def _read_cluster(walk: _Walk, element: Element) -> int:
    if walk.first_cluster is None:
        walk.first_cluster = element.offset
    index = len(walk.clusters)
    noted = len(walk.notes.facts)
    reader = ClusterReader(walk.source, element, walk.end)
    if element.size is None:
        walk.notes.add(FactKind.UNKNOWN_CLUSTER_SIZE, element.offset)
    _read_blocks(walk, reader, index)
    if walk.blocks > MAX_BLOCKS:
        raise SegmentError("The file holds more frames than any real one.", hint="It is damaged.")
    if reader.untimed is not None:
        walk.notes.add(FactKind.NO_TIMESTAMP, reader.untimed)
    elif reader.time is None:
        walk.notes.add(FactKind.EMPTY_CLUSTER, element.offset)
    end = element.end(reader.end) if reader.overrun is None else reader.overrun
    if reader.overrun is not None:
        walk.notes.add(FactKind.CLUSTER_OVERRUN, element.offset)
    elif not reader.whole:
        if element.size is None:
            walk.truncated = True
        walk.notes.add(FactKind.BROKEN_CLUSTER, reader.end)
    _note_order(walk, element, reader.time or 0)
    check_unusual(walk.source, reader, walk.notes, walk.padding)
    place = f"Segment/Cluster[{index + 1}]"
    name_places(walk.source, element, place, walk.notes, noted)
    if walk.faults and not walk.faults[0].place:
        first = walk.faults[0]
        where = place_in_cluster(walk.source, element, place, first.offset)
        walk.faults[0] = replace(first, place=where)
    walk.clusters.append(_Cluster(element.offset, end - element.offset, reader.time or 0))
    stuck = not reader.whole and element.size is None and reader.overrun is None
    return walk.end if stuck else end


def _read_blocks(walk: _Walk, reader: ClusterReader, index: int) -> None:
    """Count a cluster's blocks and note those that a browser minds."""
    previous: int | None = None
    for block in reader:
        time = block.time
        if previous is None:
            if time < (reader.time or 0):
                walk.notes.add(FactKind.NEGATIVE_OFFSET, block.offset, track=block.track)
        elif time < previous:
            _note_reversal(walk, block.offset, time, previous)
        previous = time
        walk.blocks += 1
        tally = walk.tallies.get(block.track)
        if tally is None:
            walk.notes.add(FactKind.UNKNOWN_TRACK, block.offset, track=block.track)
        else:
            tally.add(index, block, walk.source, walk.notes)
        if block.first_byte < 0:
            walk.notes.add(FactKind.EMPTY_FRAME, block.offset, track=block.track)


def _note_order(walk: _Walk, element: Element, time: int) -> None:
    """Note a cluster that begins before the one in front of it."""
    if walk.clusters and time < walk.clusters[-1].time:
        back = Fraction((walk.clusters[-1].time - time) * walk.info.scale_ns, 10**9)
        walk.notes.add(FactKind.CLUSTER_ORDER, element.offset, value=back)


def _note_reversal(walk: _Walk, offset: int, time: int, previous: int) -> None:
    if previous - time > MAX_STEP_BACK:
        walk.notes.add(FactKind.TIME_OVERFLOW, offset)
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
    note_shares(walk.tallies.values(), walk.clusters, walk.notes)
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
        has_index=bool(walk.cues),
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
