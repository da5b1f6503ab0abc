"""What the first bytes of a coded picture say of it: H.264, H.265, VP9 and AV1.

Sources: ITU-T H.264 section 7.3.1 and annex D (recovery point), ITU-T H.265 table 7-1,
ISO/IEC 14496-15 section 4.3 (length-prefixed NAL units), AV1 specification section 5.3 to 5.9.
"""

from dataclasses import dataclass
from enum import StrEnum

from studio.segments import avc_bits, codec_bits
from studio.segments.source import ByteSource

MAX_NAL_UNITS = 64
"""Looked at in one picture; the slices' header stands far before that."""

_HEAD_BYTES = 16
_SEI_BYTES = 4096
_START_CODES = (b"\0\0\0\1", b"\0\0\1")
_AVC_SLICE, _AVC_IDR, _AVC_SEI, _AVC_SPS = 1, 5, 6, 7
_AVC_PARTITION_A = 2
_RECOVERY_POINT = 6
_HEVC_LAST_SLICE, _HEVC_SPS = 31, 33
_HEVC_BLA, _HEVC_IDR, _HEVC_CRA = range(16, 19), range(19, 21), 21
_OBU_SEQUENCE, _OBU_FRAME_HEADER, _OBU_FRAME = 1, 3, 6


class Picture(StrEnum):
    """How decoding can begin at a picture."""

    KEY = "key"
    """At once: an IDR picture, or a keyframe of VP9 or AV1."""
    OPEN = "open"
    """Pictures that follow may need earlier ones: a recovery point, CRA or BLA picture."""
    OTHER = "other"
    """Not at all."""
    BROKEN = "broken"
    """Its NAL units hold no picture, or an IDR picture whose slice is none."""
    UNKNOWN = "unknown"
    """Its bytes do not say, or were not looked at far enough."""


@dataclass(frozen=True, slots=True)
class PictureBits:
    """One coded picture.

    ``whole``: its NAL units fill the sample exactly (True where not all were looked at).
    ``annex_b``: it begins with a start code instead of a length. ``has_sets``: it brings its
    own sequence parameter set.
    """

    picture: Picture
    whole: bool = True
    annex_b: bool = False
    has_sets: bool = False


def read_picture(
    source: ByteSource, offset: int, size: int, codec: str, lengths: int
) -> PictureBits:
    """Read what the picture at ``offset`` is.

    Args:
        source: the file.
        offset: where the picture's bytes begin.
        size: how many they are.
        codec: the track's sample entry or CodecID.
        lengths: bytes of a NAL unit's length, of avcC or hvcC.
    """
    if size <= 0 or offset + size > source.size:
        return PictureBits(Picture.UNKNOWN)
    if is_avc(codec) or is_hevc(codec):
        return _read_nal_units(source, offset, size, lengths, hevc=is_hevc(codec))
    if codec in {"vp09", "V_VP9"}:
        head = source.at(offset, min(size, _HEAD_BYTES))
        key = codec_bits.vp9_header(head) is not None
        return PictureBits(Picture.KEY if key else Picture.OTHER)
    if codec in {"av01", "V_AV1"}:
        return PictureBits(_av1_picture(source.at(offset, min(size, 4096))))
    return PictureBits(Picture.UNKNOWN)


def is_avc(codec: str) -> bool:
    """Tell whether a sample entry or CodecID is H.264's."""
    return codec in {"avc1", "avc3", "V_MPEG4/ISO/AVC"}


def is_hevc(codec: str) -> bool:
    """Tell whether a sample entry or CodecID is H.265's."""
    return codec in {"hvc1", "hev1", "V_MPEGH/ISO/HEVC"}


def _read_nal_units(
    source: ByteSource, offset: int, size: int, lengths: int, *, hevc: bool
) -> PictureBits:
    end = offset + size
    starts_with_code = source.at(offset, 4).startswith(_START_CODES)
    picture, has_sets, recovers = Picture.UNKNOWN, False, False
    position = offset
    for _ in range(MAX_NAL_UNITS):
        if position == end:
            break
        length = int.from_bytes(source.at(position, lengths), "big")
        head = source.at(position + lengths, _HEAD_BYTES)
        position += lengths + length
        if position > end or length == 0:
            return PictureBits(Picture.UNKNOWN, whole=False, annex_b=starts_with_code)
        kind = head[0] >> 1 & 0x3F if hevc else head[0] & 0x1F
        has_sets |= kind == (_HEVC_SPS if hevc else _AVC_SPS)
        if kind == _AVC_SEI and not hevc:
            start = position - length + 1
            recovers |= recovers_at_once(source.at(start, min(length - 1, _SEI_BYTES)))
        if picture is Picture.UNKNOWN:
            picture = _hevc_picture(kind) if hevc else _avc_picture(kind, head[:length])
    if position == end and picture is Picture.UNKNOWN:
        picture = Picture.BROKEN
    if picture is Picture.OTHER and recovers:
        picture = Picture.OPEN
    return PictureBits(picture, has_sets=has_sets)


def _avc_picture(kind: int, head: bytes) -> Picture:
    if kind == _AVC_IDR:
        return Picture.KEY if avc_bits.is_intra_slice(head) else Picture.BROKEN
    return Picture.OTHER if kind in {_AVC_SLICE, _AVC_PARTITION_A} else Picture.UNKNOWN


def _hevc_picture(kind: int) -> Picture:
    if kind in _HEVC_IDR:
        return Picture.KEY
    if kind in _HEVC_BLA or kind == _HEVC_CRA:
        return Picture.OPEN
    return Picture.OTHER if kind <= _HEVC_LAST_SLICE else Picture.UNKNOWN


def _av1_picture(data: bytes) -> Picture:
    """Read OBU after OBU up to the first frame header."""
    position = 0
    while position < len(data):
        head = data[position]
        kind = head >> 3 & 15
        position += 2 if head & 4 else 1
        if not head & 2:
            length = len(data) - position
        else:
            length, taken = _leb128(data, position)
            position += taken
        if kind in {_OBU_FRAME, _OBU_FRAME_HEADER} and position < len(data):
            shows_existing, frame_type = data[position] >> 7, data[position] >> 5 & 3
            return Picture.KEY if not shows_existing and frame_type == 0 else Picture.OTHER
        position += length
    return Picture.UNKNOWN


def _leb128(data: bytes, position: int) -> tuple[int, int]:
    """Return a number of 7-bit groups, lowest first, and how many bytes it takes."""
    value = 0
    for index, byte in enumerate(data[position : position + 8]):
        value |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return value, index + 1
    return value, 8


def recovers_at_once(messages: bytes) -> bool:
    """Tell whether an SEI message list holds a recovery point after which nothing is missing.

    A recovery that takes some frames (gradual refresh) is no place where browsers begin.
    """
    position = 0
    while position + 1 < len(messages):
        kind, position = _sei_number(messages, position)
        size, position = _sei_number(messages, position)
        if kind == _RECOVERY_POINT:
            return position < len(messages) and messages[position] & 0x80 != 0
        position += size
    return False


def _sei_number(messages: bytes, position: int) -> tuple[int, int]:
    """Return a number written as 255s and a rest, and where it ends."""
    value = 0
    while position < len(messages) and messages[position] == 0xFF:
        value += 255
        position += 1
    value += messages[position] if position < len(messages) else 0
    return value, position + 1


def nal_length_size(config: bytes, *, hevc: bool) -> int:
    """Return how many bytes a NAL unit's length has, from avcC or hvcC content; 4 when unknown."""
    place = 21 if hevc else 4
    return (config[place] & 3) + 1 if len(config) > place else 4


def sets_are_real(config: bytes, size: tuple[int, int] = (0, 0)) -> bool:
    """Tell whether all parameter sets of an avcC are such, for a picture of ``size`` pixels.

    Firefox's VideoEncoder doubles the first byte of each, which shifts all that follows.
    """
    sequences, pictures = parameter_sets(config)
    numbers = [avc_bits.sequence_set(unit, size) for unit in sequences]
    return -1 not in numbers and all(avc_bits.is_picture_set(unit, numbers) for unit in pictures)


def parameter_sets(config: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the sequence and the picture parameter sets of an avcC."""
    found: tuple[list[bytes], list[bytes]] = ([], [])
    position = 5
    for units, mask in zip(found, (0x1F, 0xFF), strict=True):
        count = config[position] & mask if position < len(config) else 0
        position += 1
        for _ in range(count):
            length = int.from_bytes(config[position : position + 2], "big")
            units.append(config[position + 2 : position + 2 + length])
            position += 2 + length
    return found


def declares_sets(config: bytes, *, hevc: bool) -> bool:
    """Tell whether avcC content holds parameter sets of both kinds, or hvcC content any."""
    if hevc:
        return len(config) > 22 and config[22] > 0
    return all(parameter_sets(config))
