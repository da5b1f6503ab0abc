"""MP4 bytes to a segment map: one segment per moof with its mdat."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments import mime
from studio.segments.boxes import Box, read_box
from studio.segments.fragments import MAX_MOOF_BYTES, FragmentReader, FrameSink
from studio.segments.model import (
    FactKind,
    Family,
    Segment,
    SegmentMap,
    TrackKind,
    TrackSpan,
)
from studio.segments.movie import Movie, read_movie
from studio.segments.notes import Notes
from studio.segments.source import ByteSource

MAX_TOP_LEVEL = 2_000_000
"""Boxes at the top level: ten hours of one fragment per frame."""

_LEADING = frozenset({"styp", "sidx", "ssix", "prft", "emsg"})
"""Boxes that belong to the segment whose moof follows."""

_ALLOWED = _LEADING | {
    *("ftyp", "pdin", "bloc", "moov", "moof", "mfra"),
    *("mdat", "free", "skip", "meta", "meco", "uuid"),
}
"""Source: Chromium media/formats/mp4/box_reader.cc, IsValidTopLevelBox."""

_FIRST_BOXES = _ALLOWED | {"wide"}


def looks_like_mp4(head: bytes) -> bool:
    """Tell whether a file beginning with these bytes (at least 8) is ISO BMFF."""
    return len(head) >= 8 and head[4:8].decode("latin-1") in _FIRST_BOXES


@dataclass(slots=True)
class _Open:
    """A segment whose mdat is still to come."""

    offset: int
    moof: Box
    spans: list[TrackSpan]
    data_end: int
    end: int = 0
    has_data: bool = False


@dataclass(slots=True)
class _Walk:
    source: ByteSource
    sink: FrameSink | None = None
    notes: Notes = field(default_factory=Notes)
    movie: Movie | None = None
    fragments: FragmentReader | None = None
    segments: list[Segment] = field(default_factory=list)
    open: _Open | None = None
    lead: int | None = None
    init_end: int | None = None
    moov_end: int = 0
    has_index: bool = False
    truncated: bool = False


def read_mp4(source: ByteSource, path: Path, sink: FrameSink | None = None) -> SegmentMap:
    """Read the map of an MP4 file, and give every frame to ``sink``.

    Raises:
        SegmentError: there is no readable moov box.
    """
    walk = _Walk(source, sink)
    position = 0
    for _ in range(MAX_TOP_LEVEL):
        if position >= source.size:
            break
        box = read_box(source, position, source.size)
        if box is None:
            walk.truncated = True
            walk.notes.add(FactKind.DAMAGED, position)
            break
        if box.end > source.size:
            walk.truncated = True
            _drop_cut_segment(walk, box)
            break
        _visit(walk, box)
        position = box.end
    _close(walk)
    if walk.movie is None:
        raise SegmentError(
            "The file's index (its moov box) is missing, so it cannot be read.",
            hint="The recording or the copy was cut off.",
        )
    return _to_map(walk, walk.movie, path)


def _drop_cut_segment(walk: _Walk, box: Box) -> None:
    """Leave out the segment whose mdat is cut off."""
    if walk.init_end is None and (box.type == "moof" or box.type in _LEADING):
        walk.init_end = box.offset if walk.lead is None else walk.lead
    if box.type == "mdat" and walk.open is not None:
        walk.open = None
        if walk.sink is not None:
            walk.sink.drop()


def _visit(walk: _Walk, box: Box) -> None:
    if box.to_end:
        walk.notes.add(FactKind.BOX_TO_END, box.offset, text=box.type)
    if box.type not in _ALLOWED:
        walk.notes.add(FactKind.UNEXPECTED_BOX, box.offset, text=box.type)
    if box.type == "mdat":
        _visit_mdat(walk, box)
        return
    if box.type in ("sidx", "mfra"):
        walk.has_index = True
    if box.type == "moov" and walk.movie is None:
        walk.movie = read_movie(walk.source, box, walk.notes)
        walk.fragments = FragmentReader(walk.movie, walk.notes, walk.sink)
        if walk.sink is not None:
            walk.sink.open(walk.movie, walk.source)
        walk.moov_end = box.end
    elif box.type == "moof":
        _close(walk)
        _visit_moof(walk, box)
    elif box.type in _LEADING:
        _close(walk)
        if walk.lead is None:
            walk.lead = box.offset


def _visit_moof(walk: _Walk, box: Box) -> None:
    start = box.offset if walk.lead is None else walk.lead
    walk.lead = None
    if walk.fragments is None or box.size > MAX_MOOF_BYTES:
        walk.notes.add(FactKind.DAMAGED, box.offset, text="moof")
        return
    if walk.init_end is None:
        walk.init_end = start
    if walk.sink is not None:
        walk.sink.mark()
    data = walk.source.at(box.offset, box.size)
    spans, data_end = walk.fragments.read(data, box, len(walk.segments))
    walk.open = _Open(start, box, spans, data_end, box.end)


def _visit_mdat(walk: _Walk, box: Box) -> None:
    if walk.open is not None:
        walk.open.end = box.end
        walk.open.has_data = True
    elif walk.movie is not None and walk.movie.fragmented and walk.init_end is not None:
        walk.notes.add(FactKind.NO_MEDIA_DATA, box.offset, text="mdat")


def _close(walk: _Walk) -> None:
    """Finish the segment that is open."""
    opened = walk.open
    walk.open = None
    if opened is None or walk.movie is None:
        return
    if not opened.has_data:
        walk.notes.add(FactKind.NO_MEDIA_DATA, opened.moof.offset, text="moof")
    elif opened.data_end > opened.end:
        walk.notes.add(FactKind.DATA_OUTSIDE, opened.moof.offset)
    kinds = {track.number: track.kind for track in walk.movie.tracks}
    video = [span for span in opened.spans if kinds[span.track] is TrackKind.VIDEO]
    audio = [span for span in opened.spans if kinds[span.track] is TrackKind.AUDIO]
    main = next(iter(video or audio), None)
    has_video = TrackKind.VIDEO in kinds.values()
    walk.segments.append(
        Segment(
            offset=opened.offset,
            size=opened.end - opened.offset,
            start_s=main.start_s if main else Fraction(0),
            duration_s=main.end_s - main.start_s if main else Fraction(0),
            keyframe=all(span.starts_with_keyframe for span in video)
            and bool(video or not has_video),
            spans=tuple(opened.spans),
        )
    )


def _to_map(walk: _Walk, movie: Movie, path: Path) -> SegmentMap:
    tracks = tuple(movie.tracks)
    if not tracks:
        raise SegmentError("The file holds no tracks.", hint="It is damaged near its beginning.")
    end = max((span.end_s for seg in walk.segments for span in seg.spans), default=Fraction(0))
    init_end = walk.moov_end if walk.init_end is None else walk.init_end
    return SegmentMap(
        path=path,
        family=Family.MP4,
        mime=mime.mime_type(Family.MP4, tracks),
        size_bytes=walk.source.size,
        duration_s=movie.duration_s or end,
        init_offset=0,
        init_size=init_end,
        tracks=tracks,
        segments=tuple(walk.segments) if movie.fragmented else (),
        fragmented=movie.fragmented,
        declared_duration_s=movie.duration_s,
        has_index=walk.has_index,
        truncated=walk.truncated,
        facts=tuple(walk.notes.facts),
    )
