"""MP4 bytes to a segment map in outline: box heads and moof boxes, nothing else.

A boundary is a boundary here exactly where ``isobmff`` has one.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments import mime
from studio.segments.boxes import read_box
from studio.segments.fragments import MAX_MOOF_BYTES
from studio.segments.model import (
    FactKind,
    Family,
    MapDetail,
    Segment,
    SegmentMap,
    TrackKind,
    TrackSpan,
)
from studio.segments.movie import Movie, read_movie
from studio.segments.notes import Notes
from studio.segments.outline_moof import Head, MoofOutliner, read_head
from studio.segments.source import ByteSource

MAX_TOP_LEVEL = 2_000_000
"""Boxes at the top level: ten hours of one fragment per frame."""

_LEADING = frozenset({b"styp", b"sidx", b"ssix", b"prft", b"emsg"})
"""Boxes that belong to the segment whose moof follows."""

_NEXT_HEAD_BYTES = 16
"""Read behind a moof in the same go: the head of its mdat."""


@dataclass(slots=True)
class _Walk:
    source: ByteSource
    notes: Notes = field(default_factory=Notes)
    movie: Movie | None = None
    moofs: MoofOutliner | None = None
    kinds: dict[int, TrackKind] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)
    open_at: int | None = None
    open_end: int = 0
    spans: tuple[TrackSpan, ...] = ()
    lead: int | None = None
    init_end: int | None = None
    moov_end: int = 0
    has_index: bool = False
    truncated: bool = False


def outline_mp4(source: ByteSource, path: Path) -> SegmentMap:
    """Read the outline of an MP4 file.

    Raises:
        SegmentError: there is no readable moov box, or no track in it.
    """
    walk = _Walk(source)
    position = 0
    for _ in range(MAX_TOP_LEVEL):
        if position >= source.size:
            break
        head = read_head(source, position)
        if head is None or head.end > source.size:
            walk.truncated = True
            if head is None:
                walk.notes.add(FactKind.DAMAGED, position)
            else:
                _leave_out(walk, head)
            break
        _visit(walk, head)
        position = head.end
    _close(walk)
    if walk.movie is None:
        raise SegmentError(
            "The file's index (its moov box) is missing, so it cannot be read.",
            hint="The recording or the copy was cut off.",
        )
    if not walk.movie.tracks:
        raise SegmentError("The file holds no tracks.", hint="It is damaged near its beginning.")
    return _to_map(walk, walk.movie, path)


def _leave_out(walk: _Walk, head: Head) -> None:
    """Leave out the segment that is cut off in this box."""
    if walk.init_end is None and (head.type == b"moof" or head.type in _LEADING):
        walk.init_end = head.offset if walk.lead is None else walk.lead
    if head.type == b"mdat":
        walk.open_at = None


def _visit(walk: _Walk, head: Head) -> None:
    kind = head.type
    if kind == b"mdat":
        walk.open_end = head.end
        return
    if kind == b"moof":
        _close(walk)
        _visit_moof(walk, head)
        return
    if kind in (b"sidx", b"mfra"):
        walk.has_index = True
    if kind == b"moov" and walk.movie is None:
        _visit_moov(walk, head.offset)
    elif kind in _LEADING:
        _close(walk)
        if walk.lead is None:
            walk.lead = head.offset


def _visit_moov(walk: _Walk, offset: int) -> None:
    box = read_box(walk.source, offset, walk.source.size)
    if box is not None:
        walk.movie = read_movie(walk.source, box, walk.notes)
        walk.moofs = MoofOutliner(walk.movie)
        walk.kinds = {track.number: track.kind for track in reversed(walk.movie.tracks)}
        walk.moov_end = box.end


def _visit_moof(walk: _Walk, head: Head) -> None:
    start = head.offset if walk.lead is None else walk.lead
    walk.lead = None
    if walk.moofs is None or head.size > MAX_MOOF_BYTES:
        walk.notes.add(FactKind.DAMAGED, head.offset, text="moof")
        return
    if walk.init_end is None:
        walk.init_end = start
    data = walk.source.at(head.offset, head.size + _NEXT_HEAD_BYTES)
    walk.spans = walk.moofs.spans(data, head.header_size, min(head.size, len(data)))
    walk.open_at, walk.open_end = start, head.end


def _close(walk: _Walk) -> None:
    """Finish the segment that is open."""
    start = walk.open_at
    walk.open_at = None
    if start is not None:
        size = walk.open_end - start
        walk.segments.append(to_segment(start, size, walk.spans, walk.kinds, Fraction(0)))


def to_segment(
    offset: int,
    size: int,
    spans: tuple[TrackSpan, ...],
    kinds: dict[int, TrackKind],
    bare_start_s: Fraction,
) -> Segment:
    """Return a segment; ``bare_start_s`` is its start where it has neither picture nor sound."""
    main: TrackSpan | None = None
    has_picture, keyframe = False, True
    for span in spans:
        kind = kinds[span.track]
        if kind is TrackKind.VIDEO:
            keyframe = keyframe and span.starts_with_keyframe
            main = main if has_picture else span
            has_picture = True
        elif kind is TrackKind.AUDIO and main is None:
            main = span
    keyframe = keyframe and (has_picture or TrackKind.VIDEO not in kinds.values())
    if main is None:
        return Segment(offset, size, bare_start_s, Fraction(0), keyframe, spans)
    return Segment(offset, size, main.start_s, main.end_s - main.start_s, keyframe, spans)


def _end_s(walk: _Walk) -> Fraction:
    """Return where the last span ends; compared by hand, which is ten times as fast."""
    latest = Fraction(0)
    top, bottom = 0, 1
    for segment in walk.segments:
        for span in segment.spans:
            end_s = span.end_s
            if end_s.numerator * bottom > top * end_s.denominator:
                latest, top, bottom = end_s, end_s.numerator, end_s.denominator
    return latest


def _to_map(walk: _Walk, movie: Movie, path: Path) -> SegmentMap:
    tracks = tuple(movie.tracks)
    return SegmentMap(
        path=path,
        family=Family.MP4,
        mime=mime.mime_type(Family.MP4, tracks),
        size_bytes=walk.source.size,
        duration_s=movie.duration_s or _end_s(walk),
        init_offset=0,
        init_size=walk.moov_end if walk.init_end is None else walk.init_end,
        tracks=tracks,
        segments=tuple(walk.segments) if movie.fragmented else (),
        fragmented=movie.fragmented,
        declared_duration_s=movie.duration_s,
        has_index=walk.has_index,
        truncated=walk.truncated,
        facts=tuple(walk.notes.facts),
        detail=MapDetail.OUTLINE,
    )
