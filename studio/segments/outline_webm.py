"""WebM bytes to a segment map in outline: each cluster's head and its tracks' first blocks.

A boundary is a boundary here exactly where ``webm`` has one. Cues are not needed: a
cluster's size says where the next one stands, and that is what is really there.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise, zip_longest
from pathlib import Path

from studio.segments import ebml, matroska, mime
from studio.segments.blocks import ClusterReader
from studio.segments.ebml import Element
from studio.segments.matroska import SegmentInfo
from studio.segments.model import (
    FactKind,
    Family,
    MapDetail,
    SegmentMap,
    Track,
    TrackKind,
    TrackSpan,
)
from studio.segments.notes import Notes
from studio.segments.outline_mp4 import to_segment
from studio.segments.source import ByteSource
from studio.segments.spans import TrackTally
from studio.segments.webm import MAX_LEVEL_1, find_segment, read_webm

_CHILDREN = ebml.LEVEL_1 | {ebml.VOID, ebml.CRC32}

IN_ORDER = frozenset({"V_VP8", "V_VP9", "V_AV1"})
"""Codecs of picture whose blocks stand in presentation order."""

LATER_BLOCKS = 3
"""Where pictures stand in decoding order, a cluster's earliest one is taken to be found
when so many later ones than its first were met: what comes before an anchor picture on the
screen is decoded before the next anchors."""

WHOLE_AT_END = 2
"""A track's last clusters are read whole: the last one may be a single frame, whose length
its neighbours tell."""

FARTHEST_TICKS = 0x8000
"""A block stands at most so far behind its cluster's time; where the track goes on even
later, there is a hole."""

SAMPLED_CLUSTERS = 8
RATE_ROOM = 1.25
"""How a frame rate that is not declared is taken: from some clusters, and only where a
quarter more or less would change nothing."""


@dataclass(slots=True)
class _Begin:
    """A track's share of one cluster, in ticks."""

    time: int
    keyframe: bool
    later: int = 0


@dataclass(slots=True)
class _Cluster:
    element: Element
    size: int
    time: int
    begins: dict[int, _Begin]


@dataclass(slots=True)
class _Walk:
    source: ByteSource
    end: int
    info: SegmentInfo = field(default_factory=SegmentInfo)
    tracks: tuple[Track, ...] = ()
    sought: frozenset[int] = frozenset()
    reordered: frozenset[int] = frozenset()
    clusters: list[_Cluster] = field(default_factory=list)
    first_cluster: int | None = None
    notes: Notes = field(default_factory=Notes)
    has_cues: bool = False
    truncated: bool = False
    position: int = 0
    first_keyframes: dict[int, bytes] = field(default_factory=dict)


def outline_webm(source: ByteSource, path: Path) -> SegmentMap:
    """Read the outline of a WebM (or Matroska) file; an odd one is read whole.

    Raises:
        SegmentError: the header is cut off, or there are no tracks.
    """
    doc_type, header = matroska.read_doc_type(source)
    segment = find_segment(source, header.end(0))
    walk = _Walk(source, source.size)
    walk.truncated = segment.end(source.size) > source.size
    if doc_type != "webm":
        walk.notes.add(FactKind.DOC_TYPE, header.offset, text=doc_type, place="EBML/DocType")
    is_odd = segment.end(source.size) < source.size
    if is_odd or not _walk_segment(walk, segment.data_offset) or not walk.tracks:
        return read_webm(source, path)
    return _to_map(walk, path)


def _walk_segment(walk: _Walk, start: int) -> bool:
    """Walk over the Segment's children; tell whether they are as they should be."""
    position = start
    for _ in range(MAX_LEVEL_1):
        if position >= walk.end:
            break
        element = ebml.read_element(walk.source, position)
        if element is None or element.id not in _CHILDREN:
            return False
        if element.size is None and element.id != ebml.CLUSTER:
            return False
        if element.size is not None and element.end(0) > walk.end:
            walk.truncated = True
            if element.id == ebml.CLUSTER and walk.first_cluster is None:
                walk.first_cluster = position
            break
        following = _read_level_1(walk, element)
        if following is None:
            return False
        position = following
    walk.position = position
    return True


def _read_level_1(walk: _Walk, element: Element) -> int | None:
    """Read one child of the Segment and return where the next one begins; None if it is odd."""
    match element.id:
        case ebml.CLUSTER:
            return _read_cluster(walk, element)
        case ebml.INFO | ebml.TRACKS if walk.tracks:
            return None
        case ebml.INFO:
            walk.info = matroska.read_info(walk.source, element)
        case ebml.TRACKS:
            walk.tracks = matroska.read_tracks(walk.source, element, walk.info.scale_ns)
            media = [track for track in walk.tracks if track.kind is not TrackKind.OTHER]
            walk.sought = frozenset(track.number for track in media)
            walk.reordered = frozenset(
                track.number
                for track in media
                if track.kind is TrackKind.VIDEO and track.codec_id not in IN_ORDER
            )
        case ebml.CUES:
            walk.has_cues = True
    return element.end(walk.end)


def _read_cluster(walk: _Walk, element: Element) -> int | None:
    if walk.first_cluster is None:
        walk.first_cluster = element.offset
    reader = ClusterReader(walk.source, element, walk.end)
    is_sized = element.size is not None
    begins: dict[int, _Begin] = {}
    unsettled = len(walk.sought)
    for block in reader:
        begin = begins.get(block.track)
        if begin is None:
            if block.track not in walk.sought:
                continue
            begins[block.track] = _Begin(block.time, block.keyframe)
            if block.keyframe and block.track not in walk.first_keyframes:
                walk.first_keyframes[block.track] = walk.source.at(block.payload_offset, 16)
            unsettled -= block.track not in walk.reordered
        elif block.time < begin.time:
            begin.time = block.time
        elif block.track in walk.reordered:
            begin.later += 1
            unsettled -= begin.later == LATER_BLOCKS
        if is_sized and not unsettled:
            break
    if not reader.whole or reader.overrun is not None:
        return None
    end = element.end(reader.end)
    walk.clusters.append(_Cluster(element, end - element.offset, reader.time or 0, begins))
    return end


def _to_map(walk: _Walk, path: Path) -> SegmentMap:
    spans = _spans(walk)
    kinds = {track.number: track.kind for track in walk.tracks}
    scale = walk.info.scale_ns
    segments = tuple(
        to_segment(c.element.offset, c.size, tuple(found), kinds, Fraction(c.time * scale, 10**9))
        for c, found in zip(walk.clusters, spans, strict=True)
    )
    first = walk.first_cluster
    tracks = tuple(_with_vp9_string(walk, track, path) for track in walk.tracks)
    return SegmentMap(
        path=path,
        family=Family.WEBM,
        mime=mime.mime_type(Family.WEBM, tracks),
        size_bytes=walk.source.size,
        duration_s=walk.info.duration_s or _end_s(spans),
        init_offset=0,
        init_size=walk.position if first is None else first,
        tracks=tracks,
        segments=segments,
        declared_duration_s=walk.info.duration_s,
        has_index=walk.has_cues,
        truncated=walk.truncated,
        facts=tuple(walk.notes.facts),
        detail=MapDetail.OUTLINE,
    )


def _end_s(spans: list[list[TrackSpan]]) -> Fraction:
    return max((span.end_s for found in spans for span in found), default=Fraction(0))


def _spans(walk: _Walk) -> list[list[TrackSpan]]:
    """Return each cluster's spans, in the order of the tracks."""
    places = {
        track.number: [i for i, c in enumerate(walk.clusters) if track.number in c.begins]
        for track in walk.tracks
    }
    whole = {n: _to_read_whole(walk, n, indexes) for n, indexes in places.items()}
    ends = _whole_spans(walk, whole)
    scale = walk.info.scale_ns
    spans: list[list[TrackSpan]] = [[] for _ in walk.clusters]
    for number, indexes in places.items():
        begins = [walk.clusters[index].begins[number] for index in indexes]
        stops = [begin.time for begin in begins[1:]]
        for index, begin, stop in zip_longest(indexes, begins, stops):
            start_s = Fraction(begin.time * scale, 10**9)
            known = ends.get((index, number))
            if known is None:
                end_s = Fraction((begin.time if stop is None else stop) * scale, 10**9)
            else:
                start_s, end_s = known.start_s, known.end_s
            spans[index].append(TrackSpan(number, start_s, end_s, 0, begin.keyframe, 0))
    return spans


def _to_read_whole(walk: _Walk, number: int, indexes: list[int]) -> set[int]:
    """Return the clusters whose next one does not tell where this track ends in them."""
    whole = set(indexes[-WHOLE_AT_END:])
    for index, following in pairwise(indexes):
        cluster = walk.clusters[index]
        stop = walk.clusters[following].begins[number].time
        if not cluster.begins[number].time < stop <= cluster.time + FARTHEST_TICKS:
            whole.add(index)
    return whole


def _whole_spans(walk: _Walk, whole: dict[int, set[int]]) -> dict[tuple[int, int], TrackSpan]:
    """Read clusters whole and return their spans by (cluster, track)."""
    scale = walk.info.scale_ns
    tallies = {t.number: TrackTally(t, scale) for t in walk.tracks if whole[t.number]}
    unread = Notes()
    for index in sorted(set().union(*whole.values())):
        reader = ClusterReader(walk.source, walk.clusters[index].element, walk.end)
        for block in reader:
            if index in whole.get(block.track, ()):
                tallies[block.track].add(index, block, walk.source, unread)
    return {
        (index, number): span for number, tally in tallies.items() for index, span in tally.spans()
    }


def _with_vp9_string(walk: _Walk, track: Track, path: Path) -> Track:
    """Name a VP9 track whose header does not say its profile and level."""
    if track.codec_string != "vp9":
        return track
    first = walk.first_keyframes.get(track.number, b"")
    if track.default_duration_ns:
        rates = [10**9 / track.default_duration_ns]
    else:
        rates = _rates(walk, track)
    names = {mime.vp9_codec(track, first, rate) for rate in rates}
    if first and len(names) == 1:
        return replace(track, codec_string=names.pop())
    exact = read_webm(walk.source, path).tracks
    return next((found for found in exact if found.number == track.number), track)


def _rates(walk: _Walk, track: Track) -> list[float]:
    """Return the lowest and highest frame rate in some clusters, with room to both sides."""
    indexes = [i for i, c in enumerate(walk.clusters) if track.number in c.begins]
    step = max(1, len(indexes) // SAMPLED_CLUSTERS)
    rates = []
    for index in indexes[::step]:
        tally = TrackTally(track, walk.info.scale_ns)
        reader = ClusterReader(walk.source, walk.clusters[index].element, walk.end)
        for block in reader:
            if block.track == track.number:
                tally.add(index, block, walk.source, Notes())
        rates.append(tally.frames_per_second)
    return [min(rates, default=0.0) / RATE_ROOM, max(rates, default=0.0) * RATE_ROOM]
