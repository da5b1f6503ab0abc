"""The headers of blocks that are written anew around an unchanged frame."""

from studio.repair import ebml_writer as writer
from studio.repair.block_index import BlockIndex
from studio.segments import ebml

_SIZE_WIDTH = 4
_BLOCK_HEAD_BYTES = 4
_KEYFRAME = 0x80


def new_head(index: BlockIndex, number: int, relative: int) -> tuple[bytes, int]:
    """Return what stands before the frame, and how many bytes of the frame follow."""
    size = index.sizes[number] - index.head_bytes(number)
    prefix = index.prefix_of(number)
    grouped = index.is_group(number)
    flags = _KEYFRAME if index.keyframes[number] and not grouped else 0
    body = bytes([0x80 | index.track_numbers[number]]) + (relative & 0xFFFF).to_bytes(2, "big")
    body += bytes([flags]) + prefix
    inner = writer.size_bytes(len(body) + size, _SIZE_WIDTH)
    if not grouped:
        return writer.id_bytes(ebml.SIMPLE_BLOCK) + inner + body, size
    whole = index.sizes[number] - 1 - _SIZE_WIDTH
    group = writer.id_bytes(ebml.BLOCK_GROUP) + writer.size_bytes(whole, _SIZE_WIDTH)
    return group + writer.id_bytes(ebml.BLOCK) + inner + body, size


def new_tail(index: BlockIndex, number: int) -> bytes:
    """Return what stands behind the frame: duration, reference and what was kept."""
    if not index.is_group(number):
        return b""
    tail = b""
    if index.durations[number] >= 0:
        tail += writer.uint(ebml.BLOCK_DURATION, index.durations[number], 4)
    if not index.keyframes[number]:
        tail += writer.element(ebml.REFERENCE_BLOCK, b"\xff\xff")
    return tail + index.extras.get(number, b"")
