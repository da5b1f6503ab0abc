"""Whether a frame is a keyframe by its own bytes, whatever its container says.

Sources: RFC 6386, 9.1 (VP8); VP9 bitstream specification, 6.2; AV1 specification, 5.3 and 5.9.
"""

from studio.segments import codec_bits

HEAD_BYTES = 96
"""Bytes of a frame that tell: an AV1 sequence header stands before the frame's own."""

_AV1_SEQUENCE, _AV1_FRAME_HEADER, _AV1_FRAME = 1, 3, 6
_AV1_KEY = 0


def is_keyframe(codec_id: str, frame: bytes) -> bool | None:
    """Tell whether the bytes of a frame's beginning are a keyframe's; None when unknown.

    Args:
        codec_id: Matroska's CodecID.
        frame: the first ``HEAD_BYTES`` bytes, or all.
    """
    if not frame:
        return None
    if codec_id == "V_VP8":
        return frame[0] & 1 == 0
    if codec_id == "V_VP9":
        return codec_bits.vp9_header(frame) is not None
    if codec_id == "V_AV1":
        return _av1_keyframe(frame)
    return None


def _av1_keyframe(data: bytes) -> bool | None:
    """Judge a temporal unit by its sequence header, or its first frame header."""
    position = 0
    while position < len(data):
        head = data[position]
        kind = head >> 3 & 15
        if kind == _AV1_SEQUENCE:
            return True
        position += 1 + (head >> 2 & 1)
        size = 0
        if not head >> 1 & 1:
            size = len(data) - position
        else:
            for shift in range(0, 56, 7):
                if position >= len(data):
                    return None
                byte = data[position]
                position += 1
                size |= (byte & 0x7F) << shift
                if not byte & 0x80:
                    break
        if kind in (_AV1_FRAME_HEADER, _AV1_FRAME):
            if position >= len(data):
                return None
            shows_existing, frame_type = data[position] >> 7, data[position] >> 5 & 3
            return not shows_existing and frame_type == _AV1_KEY
        position += size
    return None
