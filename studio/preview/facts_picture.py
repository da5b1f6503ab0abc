"""How large a picture is meant to be seen: pixel aspect and rotation as browsers take them."""

from collections.abc import Iterator

from studio.segments import ebml
from studio.segments.boxes import Box, file_children, find_path
from studio.segments.model import Family, SegmentMap, TrackKind
from studio.segments.source import ByteSource

Size = tuple[int, int]

_ENTRY_HEAD_BYTES = 78
"""Of a visual sample entry, before its boxes. Source: ISO/IEC 14496-12, 12.1.3."""

_PIXELS, _ASPECT = 0, 3
"""DisplayUnit: the values that say something of the shape. Source: RFC 9559, 5.1.4.1.28.14."""


def picture_facts(found: SegmentMap, source: ByteSource) -> dict[str, int] | None:
    """Return stored and shown width and height in pixels; None when there is no picture."""
    track = found.track_of(TrackKind.VIDEO)
    if track is None or not track.width or not track.height:
        return None
    stored = (track.width, track.height)
    shown = _mp4_size if found.family is Family.MP4 else _webm_size
    width, height = shown(source, found, track.number, stored)
    return {
        "width": stored[0],
        "height": stored[1],
        "shown_width": max(1, width),
        "shown_height": max(1, height),
    }


def _stretched(stored: Size, across: int, down: int) -> Size:
    """Make pixels square by making one side longer, as Chromium does."""
    width, height = stored
    if across >= down:
        return round(width * across / down), height
    return width, round(height * down / across)


def _mp4_size(source: ByteSource, found: SegmentMap, number: int, stored: Size) -> Size:
    """A pasp box counts, else what the track's header says."""
    trak = next((box for box in _traks(source, found) if _number_of(source, box) == number), None)
    tkhd = None if trak is None else find_path(source, trak, "tkhd")
    if trak is None or tkhd is None:
        return stored
    matrix = tkhd.body + (52 if source.at(tkhd.body, 1) == b"\1" else 40)
    size = _pixel_aspect(source, trak, stored) or (
        _number(source, matrix + 36, 2),
        _number(source, matrix + 40, 2),
    )
    width, height = size if all(size) else stored
    is_turned = not _number(source, matrix, 4) and _number(source, matrix + 4, 4)
    return (height, width) if is_turned else (width, height)


def _traks(source: ByteSource, found: SegmentMap) -> Iterator[Box]:
    end = source.size if not found.fragmented else found.init_offset + found.init_size
    for box in file_children(source, 0, end):
        if box.type == "moov":
            yield from (b for b in file_children(source, box.body, box.end) if b.type == "trak")


def _number_of(source: ByteSource, trak: Box) -> int:
    tkhd = find_path(source, trak, "tkhd")
    if tkhd is None:
        return 0
    return _number(source, tkhd.body + (20 if source.at(tkhd.body, 1) == b"\1" else 12), 4)


def _pixel_aspect(source: ByteSource, trak: Box, stored: Size) -> Size | None:
    stsd = find_path(source, trak, "mdia", "minf", "stbl", "stsd")
    if stsd is None:
        return None
    entry = next(file_children(source, stsd.body + 8, stsd.end), None)
    if entry is None:
        return None
    for box in file_children(source, entry.body + _ENTRY_HEAD_BYTES, entry.end):
        if box.type == "pasp":
            across, down = _number(source, box.body, 4), _number(source, box.body + 4, 4)
            if across and down and across != down:
                return _stretched(stored, across, down)
    return None


def _webm_size(source: ByteSource, found: SegmentMap, number: int, stored: Size) -> Size:
    """DisplayWidth and DisplayHeight count, as pixels or as a shape."""
    values = _video_values(source, found, number)
    width, height = values.get(ebml.DISPLAY_WIDTH, 0), values.get(ebml.DISPLAY_HEIGHT, 0)
    unit = values.get(ebml.DISPLAY_UNIT, _PIXELS)
    if not (width and height) or unit not in (_PIXELS, _ASPECT):
        return stored
    if unit == _ASPECT:
        return _stretched(stored, width * stored[1], height * stored[0])
    return width, height


def _video_values(source: ByteSource, found: SegmentMap, number: int) -> dict[int, int]:
    """Return the numbers in the Video element of a track."""
    for tracks in _init_elements(source, found, ebml.TRACKS):
        for entry in ebml.children(source, tracks.data_offset, tracks.end(0)):
            inside = {c.id: c for c in ebml.children(source, entry.data_offset, entry.end(0))}
            told = inside.get(ebml.TRACK_NUMBER)
            video = inside.get(ebml.VIDEO)
            if told is None or video is None or ebml.read_uint(source, told) != number:
                continue
            settings = ebml.children(source, video.data_offset, video.end(0))
            return {child.id: ebml.read_uint(source, child) for child in settings}
    return {}


def _init_elements(source: ByteSource, found: SegmentMap, wanted: int) -> Iterator[ebml.Element]:
    end = found.init_offset + found.init_size
    offset = found.init_offset
    while offset < end:
        element = ebml.read_element(source, offset)
        if element is None:
            return
        if element.id == ebml.SEGMENT:
            offset = element.data_offset
            continue
        if element.size is None:
            return
        if element.id == wanted:
            yield element
        offset = element.end(end)


def _number(source: ByteSource, offset: int, count: int) -> int:
    return int.from_bytes(source.at(offset, count), "big")
