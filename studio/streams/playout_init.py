"""Init segments of a file, made fit for a stream that has no end: no duration is in them.

A page that is told a duration shows an end that never comes; an MP4 edit that is as long as
the file would hide what is played out after its first time round.

Source: RFC 9559 (Info, Tracks); ISO/IEC 14496-12, sections 8.2.2, 8.6.6 and 8.8.2.
"""

from studio.errors import SegmentError
from studio.repair.ebml_writer import APP_NAME, ebml_header, element, id_bytes, parsed
from studio.segments import ebml
from studio.segments.boxes import Box, data_children
from studio.segments.model import FactKind, Family, SegmentMap

_UNKNOWN_SIZE = b"\x01\xff\xff\xff\xff\xff\xff\xff"
_VIDEO_TYPE = b"\1"
_DROPPED = frozenset({ebml.VOID, ebml.CRC32})
_KEPT_BOXES = frozenset({"ftyp", "moov"})


def live_init(found: SegmentMap, data: bytes) -> bytes:
    """Return the init segment of a file as it is played out.

    Args:
        found: the file's map.
        data: the bytes of its own init segment.

    Raises:
        SegmentError: it is not readable.
    """
    if found.family is Family.MP4:
        return _mp4_init(data)
    has_steps = any(fact.kind is FactKind.FRAME_STEP for fact in found.facts)
    return webm_init(data, keeps_default_durations=not has_steps)


def webm_init(data: bytes, *, keeps_default_durations: bool = True) -> bytes:
    """Return a WebM header of a Segment without an end, with Info and Tracks only.

    Args:
        data: a header that a file begins with.
        keeps_default_durations: False where frames are missing: Chromium would then drop the
            rest of the GOP (mse-rules W12).
    """
    inside = dict(reversed([*parsed(_segment_data(data))]))
    if ebml.TRACKS not in inside or ebml.INFO not in inside:
        raise _unreadable("no Info or no Tracks")
    kept = {ebml.TIMESTAMP_SCALE}
    info = b"".join(element(*one) for one in parsed(inside[ebml.INFO]) if one[0] in kept)
    info += element(ebml.MUXING_APP, APP_NAME) + element(ebml.WRITING_APP, APP_NAME)
    entries = [body for found, body in parsed(inside[ebml.TRACKS]) if found == ebml.TRACK_ENTRY]
    tracks = b"".join(_entry(body, keeps_default_durations) for body in entries)
    head = ebml_header() + id_bytes(ebml.SEGMENT) + _UNKNOWN_SIZE
    return head + element(ebml.INFO, info) + element(ebml.TRACKS, tracks)


def codec_private(init: bytes, track: int) -> bytes:
    """Return the CodecPrivate of a WebM track; empty when there is none."""
    tracks = dict(parsed(_segment_data(init))).get(ebml.TRACKS, b"")
    for found, body in parsed(tracks):
        fields = dict(parsed(body))
        number = int.from_bytes(fields.get(ebml.TRACK_NUMBER, b""), "big")
        if found == ebml.TRACK_ENTRY and number == track:
            return fields.get(ebml.CODEC_PRIVATE, b"")
    return b""


def _entry(body: bytes, keeps_default_durations: bool) -> bytes:
    fields = [one for one in parsed(body) if one[0] not in _DROPPED]
    is_video = dict(fields).get(ebml.TRACK_TYPE, b"").lstrip(b"\0") == _VIDEO_TYPE
    if is_video and not keeps_default_durations:
        fields = [one for one in fields if one[0] != ebml.DEFAULT_DURATION]
    return element(ebml.TRACK_ENTRY, b"".join(element(*one) for one in fields))


def _segment_data(data: bytes) -> bytes:
    """Return what stands in the Segment as far as there are bytes; its size does not matter."""
    at = 0
    while at < len(data):
        if data[at] < 0x10:
            break
        id_end = at + 9 - data[at].bit_length()
        if id_end >= len(data) or not data[id_end]:
            break
        begin = id_end + 9 - data[id_end].bit_length()
        if int.from_bytes(data[at:id_end], "big") == ebml.SEGMENT:
            return data[begin:]
        size = int.from_bytes(data[id_end:begin], "big") & (1 << 7 * (begin - id_end)) - 1
        at = begin + size
    raise _unreadable("no Segment")


def _mp4_init(data: bytes) -> bytes:
    """Return ftyp and moov, with every duration that counts for a page set to 0."""
    boxes = [one for one in data_children(data, 0, len(data)) if one.type in _KEPT_BOXES]
    if not any(one.type == "moov" for one in boxes):
        raise _unreadable("no moov")
    made = bytearray(data)
    for box in boxes:
        if box.type == "moov":
            _clear_durations(made, box)
    return b"".join(bytes(made[one.offset : one.end]) for one in boxes)


def _clear_durations(data: bytearray, moov: Box) -> None:
    for box in _inside(data, moov):
        wide = data[box.body : box.body + 1] == b"\1"
        length = 8 if wide else 4
        if box.type == "mvhd":
            _clear(data, box.body + (24 if wide else 16), length)
        elif box.type == "mvex":
            for mehd in (one for one in _inside(data, box) if one.type == "mehd"):
                _clear(data, mehd.body + 4, 8 if data[mehd.body] == 1 else 4)
        elif box.type == "trak":
            for edts in (one for one in _inside(data, box) if one.type == "edts"):
                for elst in (one for one in _inside(data, edts) if one.type == "elst"):
                    _open_edit(data, elst)


def _open_edit(data: bytearray, elst: Box) -> None:
    """Let the last edit last for ever: 0 means that in a file of fragments."""
    length = 8 if data[elst.body] == 1 else 4
    count = int.from_bytes(data[elst.body + 4 : elst.body + 8], "big")
    row = 2 * length + 4
    last = elst.body + 8 + (count - 1) * row
    if count and last + row <= elst.end and data[last + length] < 0x80:
        _clear(data, last, length)


def _inside(data: bytearray, box: Box) -> list[Box]:
    return list(data_children(bytes(data), box.body, box.end))


def _clear(data: bytearray, at: int, length: int) -> None:
    data[at : at + length] = bytes(length)


def _unreadable(detail: str) -> SegmentError:
    return SegmentError("The beginning of the file cannot be read.", detail=detail)
