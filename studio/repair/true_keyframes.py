"""Blocks of VP8 and VP9 whose keyframe flag is not what their frame says."""

from studio.segments.blocks import Block
from studio.segments.source import ByteSource
from studio.segments.vpx_keyframes import HEAD_BYTES, is_keyframe

_VP9_MARKER, _VP9_MARKER_BITS = 0x80, 0xC0
_VP9_INTER_BITS = 0x0C
"""show_existing_frame and frame_type, in profiles 0 to 2."""


def corrected(block: Block, codec_id: str, source: ByteSource) -> Block:
    """Return the block, with the right flag should its own be wrong; the same object if not.

    A frame's first byte tells nearly always that the flag is right; only where it does not,
    more of the frame is read.
    """
    first = block.first_byte
    if block.laced or first < 0:
        return block
    if codec_id == "V_VP8":
        looks_like_key = first & 1 == 0
    else:
        looks_like_key = first & _VP9_MARKER_BITS == _VP9_MARKER and not first & _VP9_INTER_BITS
    if looks_like_key == block.keyframe:
        return block
    head = source.at(block.payload_offset, min(HEAD_BYTES, block.payload_size))
    is_key = is_keyframe(codec_id, head)
    return block if is_key is None or is_key == block.keyframe else block._replace(keyframe=is_key)
