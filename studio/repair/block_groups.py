"""What a BlockGroup holds besides its frame."""

from studio.repair import ebml_writer as writer
from studio.segments import ebml
from studio.segments.blocks import Block
from studio.segments.source import ByteSource

_BLOCK_ADDITIONS = 0x75A1
_BLOCK_MORE = 0xA6
_GROUP_ELEMENTS = frozenset(
    {
        ebml.BLOCK, ebml.BLOCK_DURATION, ebml.REFERENCE_BLOCK, ebml.DISCARD_PADDING,
        _BLOCK_ADDITIONS, ebml.VOID,
        0xFA, 0xA4, 0x8E,  # ReferencePriority, CodecState, Slices
    }
)  # fmt: skip
"""What Chromium knows inside a BlockGroup; anything else there is an error to it."""

PLAIN_REST_BYTES = 10
"""Behind a Block's frame there is room for no more than its duration."""


def is_odd(source: ByteSource, block: Block) -> bool:
    """Tell whether a block is a BlockGroup that holds what must not be copied."""
    group = ebml.read_element(source, block.offset)
    if group is None or group.id != ebml.BLOCK_GROUP:
        return False
    seen: set[int] = set()
    for child in ebml.children(source, group.data_offset, group.end(0)):
        if child.id not in _GROUP_ELEMENTS or (child.id == ebml.BLOCK and child.id in seen):
            return True
        if child.id == _BLOCK_ADDITIONS:
            inner = ebml.children(source, child.data_offset, child.end(0))
            if sum(more.id == _BLOCK_MORE for more in inner) > 1:
                return True
        seen.add(child.id)
    return False


def discard_padding(source: ByteSource, block: Block) -> bytes:
    """Return a BlockGroup's DiscardPadding element, empty when it has none."""
    group = ebml.read_element(source, block.offset)
    if group is not None and group.id == ebml.BLOCK_GROUP:
        for child in ebml.children(source, group.data_offset, group.end(0)):
            if child.id == ebml.DISCARD_PADDING:
                return writer.element(child.id, ebml.read_data(source, child, 8))
    return b""


def without_padding(source: ByteSource, offset: int, group: bytes) -> bytes:
    """Put Void over DiscardPadding, which Matroska defines for Opus.

    ffmpeg 9 writes it behind Vorbis too, longer than the block's duration: Firefox then
    buffers 0.1 s past the end of the file (measured in Firefox 153). Without it the last
    block is played whole, at most some 20 ms more.
    """
    element = ebml.read_element(source, offset)
    if element is None or element.id != ebml.BLOCK_GROUP:
        return group
    for child in ebml.children(source, element.data_offset, element.end(0)):
        begin, end = child.offset - offset, child.end(0) - offset
        if child.id == ebml.DISCARD_PADDING and end <= len(group):
            return group[:begin] + writer.void(end - begin) + group[end:]
    return group
