"""MP4 bytes to a segment map: one segment per moof with its mdat."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments import mime
from studio.segments.boxes import Box, read_box
from studio.segments.fragments import MAX_MOOF_BYTES, Fragment, FragmentReader, FrameSink
from studio.segments.model import (
    FactKind,
    Family,
    Segment,
    SegmentMap,
    TrackKind,
)
from studio.segments.movie import Movie, read_movie
from studio.segments.movie_check import MovieCheck
from studio.segments.notes import Notes
from studio.segments.segment_index import SegmentIndex, read_index
from studio.segments.segment_notes import (
    note_absent,
    note_data,
    note_indexes,
    note_short_edits,
)
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

MAX_BOX_BYTES = (1 << 31) - 1
"""Source: Chromium media/formats/mp4/box_reader.cc, BoxReader::ReadHeader."""

MAX_INDEXES, MAX_MOVIES_CHECKED = 10_000, 20
_BOX_HEAD_BYTES = 8

_BRANDS = (
    *("iso", "mp4", "avc", "dash", "cmf", "msdh", "msix", "isml", "M4", "qt", "3g", "f4v"),
    *("av01", "hvc", "hev", "dby", "piff", "mp7", "lmsg", "opus", "Opus", "fLaC", "vp"),
)
"""How the brands of the MP4 family begin."""
_FIRST_BOXES = _ALLOWED | {"wide"}


def looks_like_mp4(head: bytes) -> bool:
    """Tell whether a file beginning with these bytes (at least 8) is ISO BMFF."""
    return len(head) >= 8 and head[4:8].decode("latin-1") in _FIRST_BOXES


@dataclass(slots=True)
class _Open:
    """A segment whose mdat is still to come."""

    offset: int
    moof: Box
    fragment: Fragment
    end: int = 0
    mdats: list[Box] = field(default_factory=list)


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
    movies: int = 0
    has_file_type: bool = False
    indexes: list[SegmentIndex] = field(default_factory=list)
    begins: dict[int, int] = field(default_factory=dict)
    """Which segment begins at the offset of a moof, or of a box that leads one in."""


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
            if walk.source.size - position >= _BOX_HEAD_BYTES:
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
        walk.notes.add(FactKind.LOST_DATA, box.offset, place=box.type)
        if walk.sink is not None:
            walk.sink.drop()


def _visit(walk: _Walk, box: Box) -> None:
    if box.to_end:
        walk.notes.add(FactKind.BOX_TO_END, box.offset, text=box.type, place=box.type)
    if box.size > MAX_BOX_BYTES:
        walk.notes.add(FactKind.LARGE_BOX, box.offset, text=box.type, place=box.type)
    if box.type not in _ALLOWED:
        kind = FactKind.TOP_LEVEL_PSSH if box.type == "pssh" else FactKind.UNEXPECTED_BOX
        walk.notes.add(kind, box.offset, text=box.type, place=box.type)
    if box.type == "mdat":
        _visit_mdat(walk, box)
        return
    if box.type in ("sidx", "mfra"):
        walk.has_index = True
    if box.type == "ftyp":
        _visit_file_type(walk, box)
    elif box.type == "moov":
        _visit_moov(walk, box)
    elif box.type == "moof":
        _close(walk)
        _visit_moof(walk, box)
    elif box.type in _LEADING:
        _close(walk)
        walk.begins[box.offset] = len(walk.segments)
        if walk.lead is None:
            walk.lead = box.offset
        if box.type == "sidx" and len(walk.indexes) < MAX_INDEXES:
            index = read_index(walk.source, box)
            walk.indexes += [] if index is None else [index]


def _visit_file_type(walk: _Walk, box: Box) -> None:
    walk.has_file_type = True
    data = walk.source.at(box.body, min(box.end - box.body, 1024)).decode("latin-1")
    brands = [data[:4], *(data[at : at + 4] for at in range(8, len(data), 4))]
    if not any(brand.startswith(_BRANDS) for brand in brands):
        walk.notes.add(FactKind.ODD_BRAND, box.offset, text=data[:4], place="ftyp")


def _visit_moov(walk: _Walk, box: Box) -> None:
    walk.movies += 1
    if walk.movies > MAX_MOVIES_CHECKED:
        return
    if not walk.has_file_type:
        walk.notes.add(FactKind.NO_FILE_TYPE, box.offset, place="moov")
    movie = read_movie(walk.source, box, walk.notes)
    if movie.fragmented:
        MovieCheck(walk.source, walk.notes).check(box)
    if walk.movie is None:
        if not movie.fragmented:
            walk.notes.add(FactKind.NO_MVEX, box.offset, place="moov")
        walk.movie = movie
        walk.fragments = FragmentReader(movie, walk.notes, walk.sink)
        if walk.sink is not None:
            walk.sink.open(movie, walk.source)
        walk.moov_end = box.end
        return
    before, now = (
        [(track.number, track.kind, track.codec_string) for track in found.tracks]
        for found in (walk.movie, movie)
    )
    kind = FactKind.SEVERAL_MOVIES if before == now else FactKind.OTHER_MOVIE
    walk.notes.add(kind, box.offset, place=f"moov[{walk.movies}]")


def _visit_moof(walk: _Walk, box: Box) -> None:
    start = box.offset if walk.lead is None else walk.lead
    walk.lead = None
    if walk.fragments is None:
        walk.notes.add(FactKind.MEDIA_BEFORE_INIT, box.offset, place="moof")
        return
    if box.size > MAX_MOOF_BYTES:
        walk.notes.add(FactKind.DAMAGED, box.offset, text="moof", place="moof")
        return
    if walk.init_end is None:
        walk.init_end = start
    if walk.movie is not None and not walk.movie.fragmented and not walk.segments:
        walk.notes.add(FactKind.UNDECLARED_FRAGMENT, box.offset, place="moof[1]")
    walk.begins[box.offset] = len(walk.segments)
    if walk.sink is not None:
        walk.sink.mark()
    data = walk.source.at(box.offset, box.size)
    fragment = walk.fragments.read(data, box, len(walk.segments))
    walk.open = _Open(start, box, fragment, box.end)


def _visit_mdat(walk: _Walk, box: Box) -> None:
    if walk.open is not None:
        walk.open.end = box.end
        walk.open.mdats.append(box)
    elif walk.movie is not None and walk.movie.fragmented:
        early = walk.init_end is None
        kind = FactKind.EARLY_DATA if early else FactKind.ORPHAN_DATA
        walk.notes.add(kind, box.offset, text="mdat", place="mdat")


def _close(walk: _Walk) -> None:
    """Finish the segment that is open."""
    opened = walk.open
    walk.open = None
    if opened is None or walk.movie is None:
        return
    note_data(walk.notes, opened.moof, opened.fragment, opened.mdats)
    kinds = {track.number: track.kind for track in reversed(walk.movie.tracks)}
    spans = opened.fragment.spans
    note_absent(walk.notes, opened.moof, opened.fragment, kinds)
    video = [span for span in spans if kinds[span.track] is TrackKind.VIDEO]
    audio = [span for span in spans if kinds[span.track] is TrackKind.AUDIO]
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
            spans=tuple(spans),
        )
    )


def _to_map(walk: _Walk, movie: Movie, path: Path) -> SegmentMap:
    tracks = tuple(movie.tracks)
    if not tracks:
        raise SegmentError("The file holds no tracks.", hint="It is damaged near its beginning.")
    if walk.segments and not walk.truncated:
        note_indexes(walk.notes, walk.indexes, walk.segments, walk.begins)
    note_short_edits(walk.notes, movie, walk.segments)
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
