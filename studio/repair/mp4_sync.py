"""Which frames playback can really begin with, read from the coded pictures themselves.

Sources: ITU-T H.264 section 7.4.1 (nal_unit_type), ITU-T H.265 section 7.4.2.2, AV1 bitstream
specification 5.3 and 5.9.2, VP9 bitstream specification 6.2.
"""

from collections.abc import Iterator
from enum import Enum, auto

from studio.segments.source import ByteSource

MAX_UNITS = 64
"""NAL units looked at in one picture before its first slice."""
HEAD_BYTES = 512
"""Enough of an AV1 or VP9 frame to see its type behind a delimiter and a header."""

_AVC_IDR = 5
_AVC_SLICES = range(1, 6)
_HEVC_CRA = 21
_HEVC_IRAP = range(16, 24)
_HEVC_SLICES = range(32)
_OBU_SEQUENCE_HEADER = 1
_OBU_FRAME_HEADER = 3
_OBU_FRAME = 6
_AV1_SHOWN_KEY = 0x10
"""show_existing_frame 0, frame_type KEY_FRAME, show_frame 1."""


class Entry(Enum):
    """What a picture is to a player that begins with it."""

    CLEAN = auto()
    """Nothing before it is needed (IDR, key frame)."""
    OPEN = auto()
    """Pictures that follow it may need earlier ones (H.265's CRA)."""
    NONE = auto()
    """It needs earlier pictures."""
    UNKNOWN = auto()
    """The codec is not one we read, or the bytes are not what the codec writes."""


def entry_of(source: ByteSource, codec: str, length_size: int, offset: int, size: int) -> Entry:
    """Tell what the picture at ``offset`` is; ``codec`` is the sample entry's name."""
    if codec in ("avc1", "avc3"):
        return _avc(source, length_size, offset, size)
    if codec in ("hvc1", "hev1"):
        return _hevc(source, length_size, offset, size)
    if codec == "vp09":
        return _vp9(source.at(offset, min(size, 2)))
    if codec == "av01":
        return _av1(source.at(offset, min(size, HEAD_BYTES)))
    return Entry.UNKNOWN


def nal_units(
    source: ByteSource, length_size: int, offset: int, size: int
) -> Iterator[tuple[int, int]]:
    """Yield offset and length of each NAL unit; stops where the lengths do not fit.

    A slice of one byte is none, but what follows a start code that was taken for a length.
    """
    position, end = offset, offset + size
    while position + length_size < end:
        length = int.from_bytes(source.at(position, length_size), "big")
        position += length_size
        if length == 0 or position + length > end:
            return
        yield position, length
        position += length


def has_start_codes(source: ByteSource, offset: int, size: int) -> bool:
    """Tell whether a picture begins with a start code, as in a transport stream (Annex B).

    The length of a short unit can look the same: ask only when ``entry_of`` knows nothing.
    """
    head = source.at(offset, min(size, 4))
    return head[:4] == b"\0\0\0\1" or head[:3] == b"\0\0\1"


def _avc(source: ByteSource, length_size: int, offset: int, size: int) -> Entry:
    for number, (place, length) in enumerate(nal_units(source, length_size, offset, size)):
        kind = source.at(place, 1)[0] & 0x1F
        if kind in _AVC_SLICES and length == 1:
            break
        if kind in _AVC_SLICES:
            return Entry.CLEAN if kind == _AVC_IDR else Entry.NONE
        if number >= MAX_UNITS:
            break
    return Entry.UNKNOWN


def _hevc(source: ByteSource, length_size: int, offset: int, size: int) -> Entry:
    for number, (place, length) in enumerate(nal_units(source, length_size, offset, size)):
        kind = source.at(place, 1)[0] >> 1 & 0x3F
        if kind in _HEVC_SLICES and length == 1:
            break
        if kind in _HEVC_SLICES:
            if kind == _HEVC_CRA:
                return Entry.OPEN
            return Entry.CLEAN if kind in _HEVC_IRAP else Entry.NONE
        if number >= MAX_UNITS:
            break
    return Entry.UNKNOWN


def _vp9(head: bytes) -> Entry:
    """Read frame marker, profile, show_existing_frame and frame_type of the first frame."""
    if not head or head[0] >> 6 != 2:
        return Entry.UNKNOWN
    bits = head[0] << 8 | (head[1] if len(head) > 1 else 0)
    skip = 5 if head[0] >> 4 & 3 == 3 else 4
    show_existing, inter = bits >> 15 - skip & 1, bits >> 14 - skip & 1
    return Entry.NONE if show_existing or inter else Entry.CLEAN


def _av1(head: bytes) -> Entry:
    """Find a sequence header before a shown key frame."""
    has_header = False
    for kind, place in _obus(head):
        if kind == _OBU_SEQUENCE_HEADER:
            has_header = True
        elif kind in (_OBU_FRAME, _OBU_FRAME_HEADER):
            first = head[place] if place < len(head) else 0xFF
            if first & 0xF0 != _AV1_SHOWN_KEY:
                return Entry.NONE
            return Entry.CLEAN if has_header else Entry.UNKNOWN
    return Entry.UNKNOWN


def _obus(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield type and payload position of each OBU whose header lies in ``data``."""
    position = 0
    while position < len(data):
        header = data[position]
        kind = header >> 3 & 0xF
        position += 2 if header & 4 else 1
        size = len(data) - position
        if header & 2:
            size, position = _leb128(data, position)
        yield kind, position
        position += size


def _leb128(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for count in range(8):
        if position >= len(data):
            break
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << 7 * count
        if not byte & 0x80:
            break
    return value, position
